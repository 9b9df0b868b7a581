import { findingsOf, type FindingTexts } from '../../finding';
import type { NotAnOinReason, OinRemark } from '../../identifiers/oin';
import { oinProblem } from '../oinWords';
import { namespaces } from '../namespaces';
import type { NoData } from '../texts';

export interface ConsumerspecificatieFindings {
	'consumerspecificatie.party-id': {
		readonly value: string;
		readonly reason: NotAnOinReason | 'missing';
	};
	'consumerspecificatie.party-id-doubtful': { readonly value: string; readonly reason: OinRemark };
	'consumerspecificatie.party-id-test': NoData;
	'consumerspecificatie.party-name-empty': NoData;
	'consumerspecificatie.endpoint-not-https': {
		readonly value: string;
		readonly reason: 'missing' | 'unreadable' | 'scheme';
	};
	'consumerspecificatie.endpoint-port': { readonly port: string };
	'consumerspecificatie.endpoint-local': {
		readonly host: string;
		readonly reason: 'address' | 'name';
	};
	'consumerspecificatie.certificate-missing': { readonly parameter: string };
	'consumerspecificatie.key-info': { readonly element: string; readonly parameter: string };
	'consumerspecificatie.certificate-unreadable': { readonly reason: 'pem' | 'base64' | 'certificate' };
	'consumerspecificatie.parameter-unknown': {
		readonly name: string;
		/** The parameter that is probably meant; `''` when none is. */
		readonly similar: string;
	};
	'consumerspecificatie.parameter-duplicate': { readonly name: string };
}

const manual = 'Handleiding Aansluiten Lopende Zaken §4.4.4';
const connectivity = 'Digikoppeling Koppelvlakstandaard ebMS2';

export const consumerspecificatieTexts: FindingTexts<ConsumerspecificatieFindings> = {
	'consumerspecificatie.party-id': {
		severity: 'error',
		problem: ({ value, reason }, t) =>
			reason === 'missing'
				? t('The PartyId is missing: the CPA cannot be made without your OIN or HRN.')
				: oinProblem(reason, value, t),
		cure: (_, t) =>
			t('Fill in your OIN, or your HRN for a connection of a supplier, with all leading zeros.'),
		source: `${manual}; OIN-Stelsel 2.2.2 §6`,
		about:
			'The PartyId is the OIN of the organisation, or for a supplier the HRN: 20 positions. A suffix for a test environment (_O, _T, _A or a combination) may follow.',
	},
	'consumerspecificatie.party-id-doubtful': {
		severity: 'warning',
		problem: ({ value, reason }, t) => oinProblem(reason, value, t),
		cure: (_, t) => t('Check the OIN of your organisation in the OIN register.'),
		source: 'OIN-Stelsel 2.2.2 §6',
		about:
			'The PartyId has the form of an OIN, but an RSIN or Fi-nummer in it fails the 11-proef, its suffix is not zeros, or no register has its prefix. Such an OIN can exist, but mostly it is a typing error.',
	},
	'consumerspecificatie.party-id-test': {
		severity: 'info',
		problem: (_, t) => t('This is a test OIN (prefix 00000099): it does not belong to your organisation.'),
		cure: (_, t) => t('Replace it by your own OIN before you hand the specification in.'),
		source: 'OIN-Stelsel 2.2.2 §6',
		about:
			'Everybody may use an OIN with prefix 00000099 for tests. A CPA for Lopende zaken has a real OIN or HRN.',
	},
	'consumerspecificatie.party-name-empty': {
		severity: 'error',
		problem: (_, t) => t('The name of your organisation (PartyName) is missing.'),
		cure: (_, t) => t('Fill in the name of your organisation.'),
		source: manual,
		about: 'The parameter PartyName is missing or empty.',
	},
	'consumerspecificatie.endpoint-not-https': {
		severity: 'error',
		problem: ({ value, reason }, t) => {
			switch (reason) {
				case 'missing':
					return t('The address of your endpoint (EndpointUri) is missing.');
				case 'unreadable':
					return t('`{0}` is no complete address.', value);
				case 'scheme':
					return t('The endpoint does not begin with https://.');
			}
		},
		cure: (_, t) => t('Fill in the whole address of your ebMS adapter, beginning with https://.'),
		source: `${manual}; ${connectivity}`,
		about: 'ebMS over Digikoppeling runs over two-sided TLS, so the endpoint is an https address.',
	},
	'consumerspecificatie.endpoint-port': {
		severity: 'warning',
		problem: ({ port }, t) =>
			t('The endpoint uses port {0}; Lopende zaken has to reach it through every firewall on the way.', port),
		cure: (_, t) => t('Use port 443, or make sure that Logius can reach this port.'),
		source: 'Handleiding Aansluiten Lopende Zaken §4.3.5',
		about:
			'The usual port of https is 443. Another port works only when firewalls on both sides let it through.',
	},
	'consumerspecificatie.endpoint-local': {
		severity: 'warning',
		problem: ({ host, reason }, t) =>
			reason === 'address'
				? t('The endpoint is an IP address ({0}) instead of the name in your server certificate.', host)
				: t('Others cannot find `{0}`: this name only exists in your own network.', host),
		cure: (_, t) =>
			t('Use the name under which your adapter is known outside, as in its server certificate.'),
		source: manual,
		about:
			'Lopende zaken calls the endpoint by this name. An IP address, a name without a dot, and names under local, localhost, internal, lan and the like do not work from outside.',
	},
	'consumerspecificatie.certificate-missing': {
		severity: 'error',
		problem: ({ parameter }, t) => t('{0} has no certificate.', parameter),
		cure: ({ parameter }, t) =>
			t(
				'Put the certificate in {0}: KeyInfo, X509Data, X509Certificate, and in it the base64 of the certificate.',
				parameter,
			),
		source: manual,
		about:
			'The CPA holds the certificates that you use as client and as server. The parameter is missing, or it holds no ds:X509Certificate with content.',
	},
	'consumerspecificatie.key-info': {
		severity: 'warning',
		problem: ({ element, parameter }, t) =>
			t(
				'The certificate of {1} stands in `{0}`, where the manual has KeyInfo of XML Signature.',
				element,
				parameter,
			),
		cure: (_, t) =>
			t('Write <KeyInfo xmlns="{0}"> around the X509Data with the certificate.', namespaces.xmldsig),
		source: manual,
		about:
			'The certificate is in the parameter, but not in an element KeyInfo of the namespace of XML Signature: the name is misspelt, the namespace is another, or KeyInfo is left out. Who reads the specification by the manual does not find the certificate.',
	},
	'consumerspecificatie.certificate-unreadable': {
		severity: 'error',
		problem: ({ reason }, t) => {
			switch (reason) {
				case 'pem':
					return t('The lines BEGIN and END of the PEM file do not belong in X509Certificate.');
				case 'base64':
					return t('What stands in X509Certificate is not base64.');
				case 'certificate':
					return t('What stands in X509Certificate is base64, but no certificate.');
			}
		},
		cure: ({ reason }, t) =>
			reason === 'pem'
				? t('Keep only the base64 between those lines.')
				: t('Copy the base64 of the certificate (the middle part of a PEM file) once more, whole.'),
		source: 'XML Signature §4.4.4 (X509Data)',
		about: 'An X509Certificate is the base64 of one certificate in DER. White space in it does not matter.',
	},
	'consumerspecificatie.parameter-unknown': {
		severity: 'error',
		problem: ({ name }, t) => t('There is no parameter `{0}`.', name),
		cure: ({ similar }, t) =>
			similar === ''
				? t('The parameters are PartyName, PartyId, PartyRef, EndpointUri, ClientCert and ServerCert.')
				: t('Write `{0}`.', similar),
		source: manual,
		about:
			'Names of parameters are case-sensitive. The example in the manual is all that is public of this format.',
	},
	'consumerspecificatie.parameter-duplicate': {
		severity: 'error',
		problem: ({ name }, t) => t('Parameter `{0}` stands here twice.', name),
		cure: (_, t) => t('Keep one of them.'),
		source: manual,
		about: 'Each parameter occurs once in a group of parameters; which of two counts is not known.',
	},
};

export const specificationFinding = findingsOf(consumerspecificatieTexts);
