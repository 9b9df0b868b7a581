import type { Cpa } from '../documents/cpa/agreement';
import { compareSpecification, type Comparison } from '../documents/cpa/comparison/compareSpecification';
import { findOwnParty } from '../documents/cpa/comparison/findOwnParty';
import { readSpecifications } from '../documents/cpa/comparison/readSpecifications';
import { cpaProblemWords } from '../ebms/cpaProblemWords';
import type { Translate } from '../text';
import type { CommandContext } from './command';
import { isComplaint, readXml, type Complaint } from './readXml';

/** The options of `cpa` that ask for a comparison, as commander gives them. */
export interface ComparisonOptions {
	/** A Consumerspecificatie. */
	readonly compare?: string;
	/** PartyId or OIN. */
	readonly as?: string;
}

/** Compares a CPA with the Consumerspecificatie that the options name; `undefined` when they name none. */
export function compareCpa(
	cpa: Cpa,
	{ compare: file, as }: ComparisonOptions,
	context: CommandContext,
): Comparison | Complaint | undefined {
	const { t } = context;
	if (file === undefined) {
		return as === undefined
			? undefined
			: { file: null, complaint: t('Option {0} needs {1}.', '--as', '--compare') };
	}
	const source = readXml(file, context);
	if (isComplaint(source)) {
		return source;
	}
	const [first, ...others] = readSpecifications(source.document) ?? [];
	if (first === undefined) {
		return {
			file,
			complaint: t(
				'This is no Consumerspecificatie: it has no osb-ebms-service-specificatie with parameters.',
			),
		};
	}
	const specifications = [first, ...others] as const;
	const wanted = as === undefined ? specifications.map(({ partyId }) => partyId?.value ?? null) : [as];
	const party = wanted.map((partyId) => findOwnParty(cpa, partyId)).find((one) => one !== undefined);
	return party === undefined
		? { file, complaint: unknownParty(cpa, as, t) }
		: compareSpecification(specifications, party);
}

function unknownParty({ parties }: Cpa, as: string | undefined, t: Translate): string {
	const known = parties.flatMap(({ partyIds }) => partyIds.map(({ value }) => value.trim()));
	return as === undefined
		? t(
				'Which party of the CPA this is cannot be told by the OIN. Give one of its PartyIds with {0}: {1}.',
				'--as',
				known.join(', '),
			)
		: cpaProblemWords({ kind: 'not-a-party', own: as, known }, t);
}
