import type { Translate } from '../../text';
import { answerExplainers } from './explanations/answers';
import type { Explainers, OutcomeExplanation } from './explanations/explanation';
import { handshakeExplainers } from './explanations/handshakes';
import { networkExplainers } from './explanations/network';
import { notSentExplainers } from './explanations/notSent';
import { pongExplainers } from './explanations/pongs';
import { serverCertificateExplainers } from './explanations/serverCertificate';
import type { Outcome, OutcomeKind } from './outcome';

const explainers: Explainers<OutcomeKind> = {
	...pongExplainers,
	...answerExplainers,
	...serverCertificateExplainers,
	...handshakeExplainers,
	...networkExplainers,
	...notSentExplainers,
};

/** Puts an outcome into words: what came of the Ping, what that means, why it may be, and what to do. */
export function explainOutcome(outcome: Outcome, t: Translate): OutcomeExplanation {
	// The table has the right words for each kind, which the compiler cannot follow for a union.
	const explain = explainers[outcome.kind] as (outcome: Outcome, t: Translate) => OutcomeExplanation;
	return explain(outcome, t);
}
