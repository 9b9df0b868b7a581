/** A limit to what is going on: the patience of the user, or the user. */
export interface Limit extends Disposable {
	/** Aborted when the limit is reached. */
	readonly signal: AbortSignal;
	/** Which limit was reached; `null` as long as none is. */
	readonly reached: () => 'timeout' | 'cancelled' | null;
}

/**
 * Begins a limit, which must be disposed of.
 *
 * @param cancelled Aborted when the user cancels.
 */
export function startLimit(milliseconds: number, cancelled: AbortSignal): Limit {
	const controller = new AbortController();
	let reached: 'timeout' | 'cancelled' | null = null;
	function reach(which: 'timeout' | 'cancelled'): void {
		reached ??= which;
		controller.abort();
	}
	const timer = setTimeout(reach, milliseconds, 'timeout');
	const onCancel = (): void => {
		reach('cancelled');
	};
	cancelled.addEventListener('abort', onCancel, { once: true });
	if (cancelled.aborted) {
		onCancel();
	}
	return {
		signal: controller.signal,
		reached: () => reached,
		[Symbol.dispose]: () => {
			clearTimeout(timer);
			cancelled.removeEventListener('abort', onCancel);
		},
	};
}
