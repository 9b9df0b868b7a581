import type { Translate } from '../text';
import type { CpaProblem } from './cpaConnection';

/** Says why a CPA does not tell to whom a Ping goes, and what to do. */
export function cpaProblemWords(problem: CpaProblem, t: Translate): string {
	switch (problem.kind) {
		case 'no-cpa-id':
			return t('The CPA has no id (cpaid), and a Ping has to name it.');
		case 'party-count':
			return t('A CPA is between two parties; this one has {0}.', problem.count);
		case 'not-a-party':
			return problem.known.length === 0
				? t('The parties of this CPA have no PartyId.')
				: t('{0} is no party of this CPA; its parties are {1}.', problem.own, problem.known.join(', '));
		case 'both-parties':
			return t('Both parties of this CPA are {0}: give the PartyId with its suffix.', problem.own);
		case 'no-party-id':
			return t('{0} has no PartyId in this CPA.', problem.party);
		case 'no-endpoint':
			return t(
				'{0} has no endpoint for a Ping in this CPA: its default channel does not receive.',
				problem.party,
			);
	}
}
