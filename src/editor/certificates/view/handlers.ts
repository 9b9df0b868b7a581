import type { MessageFromView } from './messages';
import type { ViewState } from './viewState';

/** What the parts of the view need besides what they show. */
export interface Handlers {
	readonly send: (message: MessageFromView) => void;
	readonly choose: (choice: Partial<ViewState>) => void;
}
