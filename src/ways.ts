import type { Place, Translate } from './text';

/** How something is done at one place: a whole phrase that follows on "with" ("met"). */
type Way = Readonly<Record<Place, (t: Translate) => string>>;

const ways = {
	checkRevocation: {
		editor: (t) => t('the button "{0}"', t('Check revocation')),
		'command-line': (t) => t('the option {0}', '--check-revocation'),
	},
	fetchAuthorities: {
		editor: (t) => t('the command "{0}"', t('Fetch the CA certificates of PKIoverheid')),
		'command-line': (t) => t('the command "{0}"', 'certificate --fetch-cas'),
	},
	/** For all that is judged and all connections. */
	trust: {
		editor: (t) => t('the setting {0}', 'lopendeZaken.certificates.trust'),
		'command-line': (t) => t('the option {0}', '--trust'),
	},
	/** For one connection. */
	trustForConnection: {
		editor: (t) => t('the trusted certificates of the connection'),
		'command-line': (t) => t('the option {0}', '--trust'),
	},
	pingTimeout: {
		editor: (t) => t('the setting {0}', 'lopendeZaken.ping.timeoutSeconds'),
		'command-line': (t) => t('the option {0}', '--timeout'),
	},
} satisfies Readonly<Record<string, Way>>;

/**
 * Names what somebody has to use to have something done, where he reads it: a button, a command or a setting in the editor, an option on the
 * command line. The only place where a text that both show may name one.
 */
export function wayTo(what: keyof typeof ways, t: Translate): string {
	return ways[what][t.place](t);
}
