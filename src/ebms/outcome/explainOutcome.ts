import type { Translate } from '../../text';
import { answerExplainers } from './explanations/answers';
import type { Explainers, OutcomeExplanation } from './explanations/explanation';
import { handshakeExplainers } from './explanations/handshakes';
import { httpExplainers } from './explanations/http';
import { networkExplainers } from './explanations/network';
import { notSentExplainers } from './explanations/notSent';
import { pongExplainers } from './explanations/pongs';
import { pingWords, type RequestWords } from './explanations/requestWords';
import { redirectExplainers } from './explanations/redirects';
import { serverCertificateExplainers } from './explanations/serverCertificate';
import { timeoutExplainers } from './explanations/timeouts';
import type { ConnectionOutcome, Outcome, OutcomeKind } from './outcome';

const explainers: Explainers<OutcomeKind> = {
	...pongExplainers,
	...answerExplainers,
	...httpExplainers,
	...redirectExplainers,
	...serverCertificateExplainers,
	...handshakeExplainers,
	...networkExplainers,
	...timeoutExplainers,
	...notSentExplainers,
};

/** Puts an outcome into words: what came of the Ping, what that means, why it may be, and what to do. */
export function explainOutcome(outcome: Outcome, t: Translate): OutcomeExplanation {
	return explain(outcome, t, pingWords);
}

/** The same for another request than a Ping. */
export function explainConnection(
	outcome: ConnectionOutcome,
	t: Translate,
	words: RequestWords,
): OutcomeExplanation {
	return explain(outcome, t, words);
}

function explain(outcome: Outcome, t: Translate, words: RequestWords): OutcomeExplanation {
	// The table has the right words for each kind, which the compiler cannot follow for a union.
	const explainer = explainers[outcome.kind] as (
		outcome: Outcome,
		t: Translate,
		words: RequestWords,
	) => OutcomeExplanation;
	return explainer(outcome, t, words);
}
