/** The commands around CPAs. */
export type CpaCommandId = 'lopendeZaken.showCpa' | 'lopendeZaken.compareCpa' | 'lopendeZaken.newEbmsMessage';
