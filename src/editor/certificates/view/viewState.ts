import type { Judging, ViewModel } from './model';

/** What the reader chose; kept by VS Code when the view is hidden and when it starts again. */
export interface ViewState {
	/** The certificate that is judged; `null` for the first. */
	readonly subject: string | null;
	/** The certificate whose details are shown; `null` for that of the subject. */
	readonly shown: string | null;
	readonly judging: Judging | null;
	readonly scroll: number;
	/** What the extension needs to show the same again, where that is no file; `''` otherwise. */
	readonly kept: string;
}

export const initialState: ViewState = { subject: null, shown: null, judging: null, scroll: 0, kept: '' };

/** What is looked at, as far as it is (still) there. */
export interface Selection {
	readonly subject: ViewModel['subjects'][number] | undefined;
	/** The id of the certificate whose details are shown; `''` when there is none. */
	readonly shown: string;
}

export function selectionIn(model: ViewModel, { subject: chosen, shown }: ViewState): Selection {
	const subject = model.subjects.find(({ id }) => id === chosen) ?? model.subjects[0];
	const isShown = shown !== null && shown in model.details;
	return { subject, shown: isShown ? shown : (subject?.id ?? '') };
}
