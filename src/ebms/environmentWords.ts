import type { Translate } from '../text';
import type { ConnectionEnvironment } from './connection';

/** An environment in words. */
export interface EnvironmentWords {
	/** One word, with a capital; production in capitals, so that it stands out. */
	readonly label: string;
	/** What it is, in a sentence. */
	readonly detail: string;
}

const words: Readonly<Record<ConnectionEnvironment, (t: Translate) => EnvironmentWords>> = {
	local: (t) => ({
		label: t('Local'),
		detail: t('A partner on this computer, to practise with. It proves nothing about MijnOverheid.'),
	}),
	test: (t) => ({
		label: t('Test'),
		detail: t('A test set-up with test certificates, such as the Digikoppeling Compliancevoorziening.'),
	}),
	preproduction: (t) => ({
		label: t('Pre-production'),
		detail: t('Pre-production of MijnOverheid, where the connection is tested first.'),
	}),
	production: (t) => ({
		label: t('PRODUCTION'),
		detail: t('Before the first Ping of a session you are asked whether you are sure.'),
	}),
};

/** Says what an environment is. */
export function environmentInWords(environment: ConnectionEnvironment, t: Translate): EnvironmentWords {
	return words[environment](t);
}
