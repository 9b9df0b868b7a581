import type { Rule, Subject } from '../kind';
import type { Finding } from '../../finding';
import { isWhole } from '../wholeness';
import { readCpa } from './readCpa';
import { id, period, status } from './rules/agreementRules';
import { certificates } from './rules/certificateRules';
import { channelProfiles, endpoints, oneWay, signalEndpoint, tlsVersions } from './rules/connectionRules';
import type { CpaRule, CpaSubject } from './rules/cpaRule';
import { distinctParties, partyIds } from './rules/partyRules';
import { checkReferences } from './rules/references';
import { persistDuration } from './rules/reliabilityRules';

const rules: readonly CpaRule[] = [
	id,
	status,
	period,
	partyIds,
	distinctParties,
	checkReferences,
	signalEndpoint,
	oneWay,
	channelProfiles,
	endpoints,
	tlsVersions,
	persistDuration,
	certificates,
];

/** All rules of a CPA, over one reading of it. */
export const cpaRules: readonly Rule[] = [checkCpa];

function checkCpa(subject: Subject): readonly Finding[] {
	const { document, root } = subject;
	const cpaSubject: CpaSubject = { ...subject, cpa: readCpa(root), whole: isWhole(document, root) };
	return rules.flatMap((rule) => rule(cpaSubject));
}
