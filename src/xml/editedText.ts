import type { Edit } from './repair';

/** A part of the original text that is still there, or text that was put in. */
type Piece =
	| { readonly kind: 'kept'; readonly start: number; readonly end: number }
	| { readonly kind: 'put-in'; readonly text: string };

/** A text that is changed in several steps, and knows what to change in the original to get there at once. */
export class EditedText {
	#pieces: readonly Piece[];

	constructor(private readonly original: string) {
		this.#pieces = [{ kind: 'kept', start: 0, end: original.length }];
	}

	/** As it is now. */
	get text(): string {
		return this.#pieces.map((piece) => this.#textOf(piece)).join('');
	}

	/** @param edits Of the text as it is now; they do not overlap. */
	apply(edits: readonly Edit[]): void {
		// From the end to the start, so that what is still to come stands where it stood.
		for (const { span, text } of edits.toSorted((one, other) => other.span.start - one.span.start)) {
			const { before } = this.#split(span.start);
			const { after } = this.#split(span.end);
			this.#pieces = [...before, ...(text === '' ? [] : [{ kind: 'put-in' as const, text }]), ...after];
		}
	}

	/** What to change in the original; the edits do not overlap and are in order. */
	edits(): readonly Edit[] {
		const edits: Edit[] = [];
		let end = 0;
		let text = '';
		for (const piece of [
			...this.#pieces,
			{ kind: 'kept' as const, start: this.original.length, end: this.original.length },
		]) {
			if (piece.kind === 'put-in') {
				text += piece.text;
				continue;
			}
			if (text !== '' || piece.start > end) {
				edits.push({ span: { start: end, end: piece.start }, text });
			}
			text = '';
			end = piece.end;
		}
		return edits;
	}

	/** The pieces before an offset and those from it on. */
	#split(offset: number): { readonly before: readonly Piece[]; readonly after: readonly Piece[] } {
		const before: Piece[] = [];
		const after: Piece[] = [];
		let start = 0;
		for (const piece of this.#pieces) {
			const { length } = this.#textOf(piece);
			const cut = Math.min(Math.max(offset - start, 0), length);
			if (cut > 0) {
				before.push(partOf(piece, 0, cut));
			}
			if (cut < length) {
				after.push(partOf(piece, cut, length));
			}
			start += length;
		}
		return { before, after };
	}

	#textOf(piece: Piece): string {
		return piece.kind === 'kept' ? this.original.slice(piece.start, piece.end) : piece.text;
	}
}

function partOf(piece: Piece, from: number, to: number): Piece {
	return piece.kind === 'kept'
		? { kind: 'kept', start: piece.start + from, end: piece.start + to }
		: { kind: 'put-in', text: piece.text.slice(from, to) };
}
