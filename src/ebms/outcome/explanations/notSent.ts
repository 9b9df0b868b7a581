import { conversionWords } from '../../../certificates/containerTexts';
import type { Translate } from '../../../text';
import type { IdentityFault } from '../../credentials/readIdentity';
import type { EndpointFault } from '../../transport/endpoint';
import type { NotSentReason, Outcome } from '../outcome';
import type { Explainers } from './explanation';
import type { RequestWords } from './requestWords';
import { fetchAuthorities, momentOf } from './serverCertificate';

export const notSentExplainers: Explainers<'not-sent'> = {
	'not-sent': (outcome, t, words) => {
		const { problem, next } = wordsFor(outcome, t, words);
		return {
			summary: words.notSent(problem, t),
			meaning: t('Our own checks stopped it before anything went over the line.'),
			causes: [],
			next,
		};
	},
};

interface ObstacleWords {
	/** Follows on "not sent:". */
	readonly problem: string;
	readonly next: readonly string[];
}

function wordsFor(
	outcome: Outcome & { readonly kind: 'not-sent' },
	t: Translate,
	words: RequestWords,
): ObstacleWords {
	switch (outcome.reason) {
		case 'endpoint':
			return {
				problem: endpointProblem(outcome.fault, outcome.url, t),
				next: [words.takeUrl(t)],
			};
		case 'no-trust':
			return {
				problem: t('there is no certificate that the server could be trusted by.'),
				next: [
					t(
						'Name the root of the other side: for Digikoppeling a private root of PKIoverheid (G1 or G4), in a test that of the test hierarchy. The certificates of the system are not used.',
					),
					fetchAuthorities(t),
				],
			};
		case 'value':
			return {
				problem: valueProblem(outcome.name, outcome.fault, t),
				next: [t('Take the value over from the CPA, exactly.')],
			};
		case 'identity':
			return identityWords(outcome.fault, t);
		case 'client-certificate':
			return {
				problem:
					outcome.fault === 'expired'
						? t('the client certificate has expired on {0}.', momentOf(outcome.certificate.notAfter))
						: t('the client certificate is only valid from {0}.', momentOf(outcome.certificate.notBefore)),
				next:
					outcome.fault === 'expired'
						? [words.renewCertificate(t)]
						: [t('Use the certificate that is valid now, and check the clock of this machine.')],
			};
		case 'listener':
			return listenerWords(outcome, t);
		case 'untrusted-workspace':
			return {
				problem: t('this workspace is not trusted.'),
				next: [words.trustWorkspace(t)],
			};
	}
}

function endpointProblem(fault: EndpointFault, url: string, t: Translate): string {
	switch (fault) {
		case 'spaces':
			return t('there is white space in the URL "{0}".', url);
		case 'not-a-url':
			return t('"{0}" is no URL.', url);
		case 'scheme':
			return t('"{0}" is no https address.', url);
		case 'plain-http':
			return t('"{0}" is not safe: without TLS only this machine itself may be reached.', url);
		case 'credentials':
			return t('there is a name or password in the URL, which Digikoppeling does not use.');
	}
}

function valueProblem(
	name: (NotSentReason & { readonly reason: 'value' })['name'],
	fault: 'empty' | 'characters',
	t: Translate,
): string {
	const names = {
		from: t('the PartyId of the sender'),
		to: t('the PartyId of the receiver'),
		'cpa-id': t('the CPAId'),
	};
	return fault === 'empty'
		? t('{0} is empty.', names[name])
		: t('{0} holds characters that XML does not have.', names[name]);
}

function identityWords(fault: IdentityFault, t: Translate): ObstacleWords {
	switch (fault) {
		case 'passphrase-needed':
			return {
				problem: t('the file of the certificate or its key is encrypted, and there is no passphrase.'),
				next: [
					t.place === 'editor'
						? t('Give the passphrase; it is not kept.')
						: t(
								'Put the passphrase in an environment variable and name that variable with {0}.',
								'--password-env',
							),
				],
			};
		case 'passphrase-wrong':
			return {
				problem: t('the passphrase does not fit the file of the certificate or its key.'),
				next: [t('Give the right passphrase, or export the file again.')],
			};
		case 'encryption':
			return {
				problem: t('the private key is encrypted in a way that is not supported.'),
				next: [conversionWords(t)],
			};
		case 'key-unreadable':
			return {
				problem: t('the private key cannot be read.'),
				next: [t('Choose the file with the private key: PEM, DER (PKCS#8) or PKCS#12.')],
			};
		case 'key-missing':
			return {
				problem: t('there is no private key with the client certificate.'),
				next: [t('Choose the file with the private key: PEM, DER (PKCS#8) or PKCS#12.')],
			};
		case 'java-keystore':
			return {
				problem: t('the private key stands in a keystore of Java (JKS), from which keys are not read.'),
				next: [
					t(
						'Make a PKCS#12 of it and choose that: "{0}"',
						'keytool -importkeystore -srckeystore FILE.jks -destkeystore FILE.p12 -deststoretype PKCS12',
					),
				],
			};
		case 'certificate-missing':
			return {
				problem: t('there is no certificate in the file that should hold the client certificate.'),
				next: [t('Choose the file with the certificate and its chain: PEM or PKCS#12.')],
			};
		case 'too-weak':
			return {
				problem: t('the key or the signature of the client certificate is too weak for TLS.'),
				next: [t('Request a new certificate with an RSA key of at least 3072 bits and SHA-256 or better.')],
			};
		case 'key-mismatch':
			return {
				problem: t('the private key does not belong to the client certificate.'),
				next: [
					t(
						'Choose the key with which this certificate was requested: after each renewal it is another one.',
					),
				],
			};
	}
}

function listenerWords(
	{ address, code }: NotSentReason & { readonly reason: 'listener' },
	t: Translate,
): ObstacleWords {
	switch (code) {
		case 'not-an-address':
			return {
				problem: t('"{0}" is no address to listen at.', address),
				next: [t('Write HOST:PORT, such as 0.0.0.0:8443.')],
			};
		case 'plain-http':
			return {
				problem: t('without TLS we only listen at this machine itself, not at {0}.', address),
				next: [t('Leave out http://, or listen at http://127.0.0.1:PORT.')],
			};
		case 'no-certificate':
			return {
				problem: t('to listen at {0} we need a certificate with its key, and there is none.', address),
				next: [t('Name the client certificate and its key: the listener uses them too.')],
			};
		case 'EADDRINUSE':
			return {
				problem: t('the port of {0} is in use by another program.', address),
				next: [t('Stop that program, or choose another port.')],
			};
		case 'EADDRNOTAVAIL':
		case 'ENOTFOUND':
			return {
				problem: t('{0} is no address of this machine, so we cannot listen there.', address),
				next: [
					t(
						'Give an address of this machine, such as 0.0.0.0 for all. The host in the CPA may be that of a load balancer, which then has to pass the Pong on.',
					),
				],
			};
		case 'EACCES':
			return {
				problem: t('we may not listen at {0}: ports below 1024 are often reserved.', address),
				next: [t('Choose a port above 1024.')],
			};
		default:
			return {
				problem: t('we cannot listen at {0} ({1}).', address, code),
				next: [t('Choose another address or port.')],
			};
	}
}
