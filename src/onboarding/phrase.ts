import type { Translate } from '../text';

/** A sentence that is put into the reader's language when it is shown. */
export type Phrase = (t: Translate) => string;
