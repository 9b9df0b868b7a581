import type {
	Certificate,
	CertificateRequest,
	DistinguishedName,
	Extensions,
	GeneralName,
	NameAttribute,
} from '../../../certificates/certificate';
import { signatureWords } from '../../../certificates/certificateWords';
import { policyMeaning } from '../../../certificates/policies';
import { displayNameOf } from '../../../certificates/displayName';
import { keyName } from '../../../certificates/profile/key';
import { explainOin, parseOin } from '../../../identifiers/oin';
import type { Translate } from '../../../text';
import type { DetailsModel, GroupModel, RowModel } from '../view/model';
import { daysLeftWords, momentWords, type Words } from './words';

/**
 * Everything that a certificate says, in groups.
 *
 * @param hasIssuers Whether CA certificates below the root are known that go with it.
 */
export function describeCertificate(
	certificate: Certificate,
	hasIssuers: boolean,
	words: Words,
): DetailsModel {
	const { t } = words;
	const { sha256, sha1, serialNumber, serialNumberDecimal } = certificate;
	return {
		title: displayNameOf(certificate.subject),
		exportFormats: hasIssuers ? ['pem', 'der', 'chain'] : ['pem', 'der'],
		groups: filled([
			{ heading: t('Subject'), rows: nameRows(certificate.subject, t) },
			{ heading: t('Issuer'), rows: [row(t('Whole name'), certificate.issuer.text)] },
			{
				heading: t('Validity'),
				rows: [
					row(t('Valid from'), momentWords(certificate.notBefore, words)),
					row(t('Valid to'), momentWords(certificate.notAfter, words), daysLeftWords(certificate, words)),
				],
			},
			...contentGroups(certificate, t),
			{
				heading: t('Identification'),
				rows: [
					code(t('Serial number (hexadecimal)'), serialNumber),
					code(t('Serial number (decimal)'), serialNumberDecimal),
					code('SHA-256', sha256),
					code('SHA-1', sha1),
					...present(certificate.subjectKeyIdentifier, 'Subject Key Identifier'),
					...present(certificate.authorityKeyIdentifier, 'Authority Key Identifier'),
				],
			},
		]),
	};
}

/** Everything that a request asks for, in groups. */
export function describeRequest(request: CertificateRequest, words: Words): DetailsModel {
	const { t } = words;
	return {
		title: displayNameOf(request.subject),
		exportFormats: [],
		groups: filled([
			{ heading: t('Subject'), rows: nameRows(request.subject, t) },
			...contentGroups(request, t),
			{ heading: t('Identification'), rows: [code('SHA-256', request.sha256)] },
		]),
	};
}

function filled(groups: readonly GroupModel[]): readonly GroupModel[] {
	return groups.filter(({ rows }) => rows.length > 0);
}

function row(label: string, value: string, note: string | null = null): RowModel {
	return { label, value, note, isCode: false };
}

function code(label: string, value: string, note: string | null = null): RowModel {
	return { label, value, note, isCode: true };
}

function present(value: string | null, label: string): readonly RowModel[] {
	return value === null ? [] : [code(label, value)];
}

function nameRows(name: DistinguishedName, t: Translate): readonly RowModel[] {
	const attributes = name.attributes.toSorted((one, other) => rankOf(one) - rankOf(other));
	return [...attributes.map((attribute) => attributeRow(attribute, t)), row(t('Whole name'), name.text)];
}

/** What people look for comes first. */
const firstAttributes: readonly string[] = ['2.5.4.3', '2.5.4.10', '2.5.4.5', '2.5.4.97'];

function rankOf({ oid }: NameAttribute): number {
	const index = firstAttributes.indexOf(oid);
	return index === -1 ? firstAttributes.length : index;
}

function attributeRow({ oid, name, value }: NameAttribute, t: Translate): RowModel {
	if (oid === serialNumber) {
		const oin = parseOin(value);
		return oin.kind === 'oin' ? code('OIN/HRN', value, explainOin(oin, t)) : code('serialNumber', value);
	}
	return row(attributeLabel(oid, name, t), value);
}

const serialNumber = '2.5.4.5';

function attributeLabel(oid: string, name: string, t: Translate): string {
	const labels: Readonly<Record<string, string>> = {
		'2.5.4.3': t('Name (CN)'),
		'2.5.4.6': t('Country (C)'),
		'2.5.4.7': t('Place (L)'),
		'2.5.4.8': t('Province (ST)'),
		'2.5.4.10': t('Organisation (O)'),
		'2.5.4.11': t('Department (OU)'),
	};
	return labels[oid] ?? name;
}

type Content = (Certificate | CertificateRequest) & Extensions;

/** What a certificate and a request both say. */
function contentGroups(content: Content, t: Translate): readonly GroupModel[] {
	const { key, signature, subjectAlternativeNames, basicConstraints, policies } = content;
	return [
		{
			heading: t('Key and signature'),
			rows: [row(t('Key'), keyName(key)), row(t('Signature'), signatureWords(signature))],
		},
		{
			heading: t('Use'),
			rows: [
				...(subjectAlternativeNames ?? []).map((name) => nameRow(name, t)),
				...usageRows(content, t),
				...(basicConstraints === null
					? []
					: [row('Basic Constraints', basicConstraints.ca ? t('is a CA') : t('is no CA'))]),
				...(policies ?? []).map(({ oid }) => code(t('Policy'), oid, policyMeaning(oid, t) ?? null)),
			],
		},
		{
			heading: t('Addresses'),
			rows: [
				...content.ocsp.map((url) => code('OCSP', url)),
				...content.caIssuers.map((url) => code(t('Certificate of the issuer'), url)),
				...content.crlDistributionPoints.map((url) => code(t('Revocation list (CRL)'), url)),
			],
		},
	];
}

function nameRow({ type, value }: GeneralName, t: Translate): RowModel {
	const labels: Readonly<Record<GeneralName['type'], string>> = {
		dns: t('Domain name (SAN)'),
		ip: t('IP address (SAN)'),
		email: t('E-mail address (SAN)'),
		uri: t('Address (SAN)'),
		directory: t('Directory name (SAN)'),
		other: t('Other name (SAN)'),
	};
	return row(labels[type], value);
}

function usageRows({ keyUsage, extendedKeyUsage }: Content, t: Translate): readonly RowModel[] {
	return [
		...(keyUsage === null
			? []
			: [
					row(
						t('Key usage'),
						keyUsage.usages.join(', '),
						keyUsage.critical ? t('critical') : t('not critical'),
					),
				]),
		...(extendedKeyUsage === null ? [] : [row(t('Extended key usage'), extendedKeyUsage.usages.join(', '))]),
	];
}
