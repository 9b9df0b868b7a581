/**
 * Tells where a text occurs next. Remembers the last answer, so that questions in ascending order cost linear time
 * together, also when the answer is far away or never.
 */
export class NextOccurrence {
	private readonly text: string;
	private readonly needle: string;
	private askedFrom = -1;
	private answer = -1;

	constructor(text: string, needle: string) {
		this.text = text;
		this.needle = needle;
	}

	/** The first offset at or after `from`; the length of the text when there is none. */
	from(from: number): number {
		if (from < this.askedFrom || from > this.answer) {
			const index = this.text.indexOf(this.needle, from);
			this.askedFrom = from;
			this.answer = index === -1 ? this.text.length : index;
		}
		return this.answer;
	}
}
