import type { Action, ExportFormat, Judging, ViewModel } from './model';

/** What the extension tells the web view. */
export type MessageToView =
	| { readonly type: 'model'; readonly model: ViewModel }
	/** Something is going on; `''` when it is done. */
	| { readonly type: 'busy'; readonly text: string }
	/** Says something to who listens, such as that a value was copied. */
	| { readonly type: 'say'; readonly text: string }
	| { readonly type: 'select'; readonly id: string }
	/** Has the view keep something for when VS Code starts again. */
	| { readonly type: 'keep'; readonly kept: string };

/** What the web view asks the extension. */
export type MessageFromView =
	/** It can show something; `restored` when it was shown before, as when VS Code starts again. */
	| { readonly type: 'ready'; readonly restored: boolean; readonly judging: Judging | null }
	| { readonly type: 'unlock' }
	| { readonly type: 'judge'; readonly judging: Judging }
	| { readonly type: 'copy'; readonly label: string; readonly text: string }
	| { readonly type: 'export'; readonly id: string; readonly format: ExportFormat }
	| { readonly type: 'copyBase64'; readonly id: string }
	| { readonly type: 'explain'; readonly code: string }
	/** `id`: the certificate that the reader looks at. */
	| { readonly type: 'action'; readonly action: Action; readonly id: string };
