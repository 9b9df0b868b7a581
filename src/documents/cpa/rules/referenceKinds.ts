/** What a reference has to point to (CPPA 2.0; the schema only says xsd:IDREF). */
export interface ReferenceKind {
	/** `null` when the reference is the content of the element. */
	readonly attribute: string | null;
	/** Local names of the elements that it may point to. */
	readonly targets: readonly [string, ...string[]];
	/** Whose they have to be; `any` for what belongs to the whole CPA. */
	readonly party: 'same' | 'other' | 'any';
}

const toChannel = { targets: ['DeliveryChannel'], party: 'same' } as const;
const toPackaging = { targets: ['Packaging'], party: 'any' } as const;
const toCertificate = { attribute: 'certId', targets: ['Certificate'], party: 'same' } as const;
const toSecurity = { attribute: 'securityId', targets: ['SecurityDetails'], party: 'same' } as const;

/** By the local name of the element that has the reference. */
export const referenceKinds: ReadonlyMap<string, readonly ReferenceKind[]> = new Map<
	string,
	readonly ReferenceKind[]
>([
	[
		'PartyInfo',
		[
			{ attribute: 'defaultMshChannelId', ...toChannel },
			{ attribute: 'defaultMshPackageId', ...toPackaging },
		],
	],
	['OverrideMshActionBinding', [{ attribute: 'channelId', ...toChannel }]],
	['ChannelId', [{ attribute: null, ...toChannel }]],
	['ThisPartyActionBinding', [{ attribute: 'packageId', ...toPackaging }]],
	['OtherPartyActionBinding', [{ attribute: null, targets: ['ThisPartyActionBinding'], party: 'other' }]],
	[
		'DeliveryChannel',
		[
			{ attribute: 'transportId', targets: ['Transport'], party: 'same' },
			{ attribute: 'docExchangeId', targets: ['DocExchange'], party: 'same' },
		],
	],
	['ApplicationCertificateRef', [toCertificate]],
	['ClientCertificateRef', [toCertificate]],
	['ServerCertificateRef', [toCertificate]],
	['SigningCertificateRef', [toCertificate]],
	['EncryptionCertificateRef', [toCertificate]],
	['AnchorCertificateRef', [toCertificate]],
	['ApplicationSecurityDetailsRef', [toSecurity]],
	['ServerSecurityDetailsRef', [toSecurity]],
	['ClientSecurityDetailsRef', [toSecurity]],
	['SigningSecurityDetailsRef', [toSecurity]],
	['EncryptionSecurityDetailsRef', [toSecurity]],
	[
		'Constituent',
		[{ attribute: 'idref', targets: ['SimplePart', 'Composite', 'Encapsulation'], party: 'any' }],
	],
]);
