/** Resolves when a run is cancelled; never otherwise. */
export function whenAborted(signal: AbortSignal | undefined): Promise<void> {
	return new Promise((resolve) => {
		if (signal?.aborted === true) {
			resolve();
		}
		signal?.addEventListener(
			'abort',
			() => {
				resolve();
			},
			{ once: true },
		);
	});
}
