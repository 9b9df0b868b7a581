import type { Finding } from '../finding';
import type { Translate } from '../text';
import { EditedText } from '../xml/editedText';
import type { Edit, Repair } from '../xml/repair';
import { repairsFor } from './repair';

type Fault = Pick<Finding, 'code' | 'span' | 'data'>;

/** What is wrong in a text; `undefined` when it could not be checked, or nobody waits for it any more. */
export type FindFaults = (text: string) => Promise<readonly Fault[] | undefined>;

/**
 * Most times that a text is checked anew: what is told of a message grows when it becomes well-formed. More than any message
 * that a person has written needs; a text that is still not done keeps what was repaired until then.
 */
const mostRounds = 40;

/**
 * The repairs of a text that need no choice: one way only, in which nothing that somebody wrote is taken away. What is left
 * is for the user.
 *
 * @param findings What was found in exactly this text.
 */
export function certainRepairs(text: string, findings: readonly Fault[], t: Translate): readonly Repair[] {
	return repairsFor(text, findings, t).flatMap((repairs) => {
		const [only, ...others] = repairs;
		return only !== undefined && others.length === 0 && keepsAll(text, only) ? [only] : [];
	});
}

/**
 * Takes away all faults for which {@link certainRepairs} knows how, also those that show when others are gone.
 *
 * @param findFaults Asked for the text itself first, then for what it has become.
 * @returns The changes of `text`, in order; none when nothing can be repaired, or when it could not be checked.
 */
export async function repairAll(
	text: string,
	findFaults: FindFaults,
	t: Translate,
): Promise<readonly Edit[]> {
	const edited = new EditedText(text);
	const seen = new Set([text]);
	for (let round = 0; round < mostRounds; round++) {
		const now = edited.text;
		const edits = togetherOf(certainRepairs(now, (await findFaults(now)) ?? [], t));
		if (edits.length === 0) {
			break;
		}
		edited.apply(edits);
		if (seen.has(edited.text)) {
			// Two rules that contradict one another would go round for ever; none do today.
			break;
		}
		seen.add(edited.text);
	}
	return edited.edits();
}

/**
 * The edits of the repairs that can be made at the same time: all that change something where it stands, and do not overlap.
 * What is moved is moved alone, as its place depends on what stands beside it.
 */
function togetherOf(repairs: readonly Repair[]): readonly Edit[] {
	const inPlace: Edit[] = [];
	for (const { edits } of repairs.filter((repair) => !moves(repair))) {
		if (!edits.some((edit) => inPlace.some((other) => touch(edit, other)))) {
			inPlace.push(...edits);
		}
	}
	return inPlace.length > 0 ? inPlace : (repairs[0]?.edits ?? []);
}

function touch({ span: one }: Edit, { span: other }: Edit): boolean {
	return one.start <= other.end && other.start <= one.end;
}

function moves({ edits }: Repair): boolean {
	return edits.length > 1 && edits.some(({ text }) => text === '');
}

/** Whether all that is taken away, but white space and what says nothing, is put back elsewhere. */
function keepsAll(text: string, { edits, takesNothingAway }: Repair): boolean {
	return (
		takesNothingAway === true ||
		edits.every((edit) => {
			const gone = text.slice(edit.span.start, edit.span.end).trim();
			return edit.text !== '' || gone === '' || edits.some((other) => other.text.includes(gone));
		})
	);
}
