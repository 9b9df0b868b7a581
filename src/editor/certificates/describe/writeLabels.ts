import type { Translate } from '../../../text';
import type { Labels } from '../view/labels';

/**
 * The words of the web view, in the reader's language.
 *
 * @param isFile Whether it shows a file, and not what a server sent.
 */
export function writeLabels(isFile: boolean, t: Translate): Labels {
	return {
		verdict: t('Verdict'),
		tones: {
			good: t('In order'),
			attention: t('Take note'),
			bad: t('Not in order'),
			neutral: t('Not judged'),
		},
		severities: { error: t('Error'), warning: t('Warning'), info: t('Remark') },
		locked: t('This file is locked'),
		inThisFile: t('In this file'),
		judgedAs: t('Judged as'),
		purposes: {
			client: t('client'),
			server: t('server'),
			both: t('client and server'),
			document: t('used in the document'),
		},
		host: t('for host name'),
		hostPlaceholder: t('not asked'),
		chain: t('Chain'),
		chainHint: t('Choose a certificate to see its details.'),
		findings: t('Findings'),
		noFindings: t('Nothing to remark.'),
		cure: t('What to do'),
		source: t('Source'),
		explain: t('Explanation of {0}'),
		fileFindings: isFile ? t('About the file') : t('About the connection'),
		details: t('Details of {0}'),
		connection: t('Connection'),
		actions: t('Actions'),
		copy: t('Copy {0}'),
		exports: {
			pem: t('Export as PEM'),
			der: t('Export as DER'),
			chain: t('Export the chain as PEM'),
		},
		exportChainHint: t(
			'This certificate and the CA certificates above it, without the root: what is sent over TLS.',
		),
		copyBase64: t('Copy base64 for X509Certificate'),
		checkRevocation: t('Check revocation'),
		useInSpecification: t('Use in a Consumerspecificatie'),
		fetchAuthorities: t('Fetch the CA certificates of PKIoverheid'),
		rememberPassword: t('Remember the password on this machine'),
		passwordRemembered: t('The password of this file is remembered on this machine.'),
		openAsText: t('Open as text'),
	};
}
