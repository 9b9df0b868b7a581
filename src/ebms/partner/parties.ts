/** One of the two parties of the practice: both are made up. */
export interface Party {
	/** Of the test range 00000099. */
	readonly oin: string;
	/** As the CPA calls it. */
	readonly name: string;
	/** As its certificate calls it: TRIAL says that it is a test certificate. */
	readonly certificateName: string;
	/** The organizationIdentifier of its certificate: `NTRNL-` and a KVK number that nobody has. */
	readonly registration: string;
	/** The role in the CPA. */
	readonly role: string;
}

/** The user's side and the partner. */
export const parties: { readonly us: Party; readonly them: Party } = {
	us: {
		oin: '00000099000000011000',
		name: 'Gemeente Voorbeeld (oefening)',
		certificateName: 'TRIAL Gemeente Voorbeeld',
		registration: 'NTRNL-99999011',
		role: 'Zaakhouder',
	},
	them: {
		oin: '00000099000000022000',
		name: 'Lokale oefenpartner',
		certificateName: 'TRIAL Lokale oefenpartner',
		registration: 'NTRNL-99999022',
		role: 'Ontvanger',
	},
};

/** The PartyId type of both (Digikoppeling Koppelvlakstandaard ebMS2 ch. 5). */
export const partyType = 'urn:osb:oin';

/** The one name in the certificates: the profile of G4 has no place for an IP address. */
export const serverName = 'localhost';

/** The service of the practice; made up, in the form that the Best Practices ebMS2 advise. */
export const service = { name: 'oefenpartner:zaakberichten:1', type: 'urn:osb:services' } as const;

/** The one message of the service, besides the signals of the messaging itself. */
export const messageAction = 'zakLk01';

export const cpaId = `oefenpartner-zaakberichten_${parties.us.oin}_${parties.them.oin}_1`;

/** The actor of the CPA: the MSH of the receiver answers, and none on the way (Koppelvlakstandaard ebMS2 ch. 5). */
export const toPartyMsh = 'urn:oasis:names:tc:ebxml-msg:actor:toPartyMSH';
