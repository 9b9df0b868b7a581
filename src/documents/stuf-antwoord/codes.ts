import type { Translate } from '../../text';

/** The kinds of fault message: asynchronous, synchronous, and technical on receipt of an asynchronous message. */
export type FoKind = 'Fo01' | 'Fo02' | 'Fo03';

/** Who caused the fault, by `plek`: `client` is the sender of the original message, `server` its receiver. */
export type FaultPlace = 'client' | 'server';

interface StufCode {
	/** The kinds of message in which the standard allows it. */
	readonly kinds: readonly FoKind[];
	readonly place: FaultPlace;
	readonly meaning: (t: Translate) => string;
}

const onReceipt = ['Fo02', 'Fo03'] as const;
const onHandling = ['Fo01', 'Fo02'] as const;

/** StUF 03.01 tables 4.1, 5.8 and 8.1: all fault codes of the standard. Sector models have codes of their own besides. */
const codes: ReadonlyMap<string, StufCode> = new Map<string, StufCode>([
	row('StUF001', onReceipt, 'server', (t) => t('The receiver does not support this version of StUF.')),
	row('StUF004', onReceipt, 'server', (t) => t('The receiver does not support this sector model.')),
	row('StUF007', onReceipt, 'server', (t) =>
		t('The receiver does not support this version of the sector model.'),
	),
	row('StUF010', onReceipt, 'client', (t) =>
		t('The receiver does not know the ontvanger (organisatie, applicatie, administratie) in the message.'),
	),
	row('StUF013', onReceipt, 'client', (t) =>
		t('The receiver does not know the zender (organisatie, applicatie, administratie) in the message.'),
	),
	row('StUF016', onReceipt, 'client', (t) =>
		t('This zender used the referentienummer before, for another message.'),
	),
	row('StUF019', onReceipt, 'client', (t) =>
		t('The tijdstipBericht is not later than that of an earlier message of this zender.'),
	),
	row('StUF022', onReceipt, 'client', (t) => t('The berichtcode does not exist.')),
	row('StUF025', onReceipt, 'server', (t) => t('The receiver does not support this berichtcode.')),
	row('StUF028', onReceipt, 'client', (t) => t('The entiteittype does not exist.')),
	row('StUF031', onReceipt, 'server', (t) => t('The receiver does not support this entiteittype.')),
	row('StUF034', onReceipt, 'client', (t) => t('The functie does not exist.')),
	row('StUF037', onReceipt, 'server', (t) => t('The receiver does not support this functie.')),
	row('StUF040', onReceipt, 'server', (t) =>
		t('The receiver does not support this combination of berichtcode, entiteittype and functie.'),
	),
	row('StUF043', onReceipt, 'client', (t) =>
		t('The receiver does not know the message that crossRefnummer points at.'),
	),
	row('StUF046', ['Fo03'], 'server', (t) => t('The receiver could not store the message.')),
	row('StUF049', ['Fo02'], 'server', (t) =>
		t('The process of the receiver for synchronous messages is not available.'),
	),
	row('StUF052', onHandling, 'client', (t) => t('The zender is not authorised for this message.')),
	row('StUF055', onHandling, 'client', (t) => t('The body of the message does not conform to the schema.')),
	row('StUF058', onHandling, 'server', (t) => t('The process that handles the message failed.')),
	row('StUF061', ['Fo02'], 'server', (t) => t('The receiver cannot start sending within five minutes.')),
	row('StUF062', onHandling, 'client', (t) => t('The tijdvakGeldigheid is not filled in correctly.')),
	row('StUF063', onHandling, 'server', (t) =>
		t('The registered beginGeldigheid is later than the one in the message.'),
	),
	row('StUF064', onHandling, 'server', (t) => t('The object was not found at the receiver.')),
	row('StUF065', onHandling, 'server', (t) =>
		t('The tijdstipRegistratie is not later than the one that is registered.'),
	),
	row('StUF066', onHandling, 'client', (t) => t('The correction has no element to correct.')),
	row('StUF067', onHandling, 'server', (t) => t('The receiver found duplicates of the object.')),
	row('StUF068', onHandling, 'client', (t) =>
		t('A kennisgeving (Lk01, Lk02) about the future is not allowed.'),
	),
	row('StUF069', onHandling, 'client', (t) =>
		t('The correction of the history does not match what is registered.'),
	),
	row('StUF070', onHandling, 'client', (t) =>
		t('The history in the synchronisation message is inconsistent.'),
	),
	row('StUF076', onHandling, 'client', (t) => t('vanaf and totEnMet do not hold the same elements.')),
	row('StUF079', onHandling, 'client', (t) =>
		t('An element stands in gelijk and also in vanaf or totEnMet.'),
	),
	row('StUF082', onHandling, 'client', (t) => t('The attribute exact is used in vanaf or totEnMet.')),
	row('StUF085', onHandling, 'client', (t) => t('An incomplete date is used in vanaf or totEnMet.')),
	row('StUF088', onHandling, 'client', (t) => t('There is more than one key to select by.')),
	row('StUF091', onHandling, 'client', (t) => t('A key is mixed with other criteria to select by.')),
	row('StUF094', onHandling, 'server', (t) => t('The receiver does not store the keys of the zender.')),
	row('StUF097', onHandling, 'client', (t) => t('The scope is given both as an attribute and as content.')),
	row('StUF103', onHandling, 'client', (t) => t('The follow-up question has no start.')),
	row('StUF106', onHandling, 'client', (t) => t('The start of the follow-up question is not complete.')),
	row('StUF118', onHandling, 'client', (t) => t('The peiltijdstipMaterieel is missing.')),
	row('StUF119', onHandling, 'client', (t) => t('The peiltijdstipFormeel is missing.')),
	row('StUF124', ['Fo01'], 'server', (t) => t('The receiver does not support asynchronous questions.')),
	row('StUF127', onHandling, 'server', (t) =>
		t('The user is not known, and is needed for the authorisation.'),
	),
	row('StUF130', ['Fo01'], 'server', (t) => t('The answer takes more resources than the receiver has.')),
	row('StUF133', onHandling, 'server', (t) => t('The receiver does not support this sorting.')),
	row('StUF960', ['Fo02'], 'server', (t) => t('The receiver took too long (time-out).')),
]);

function row(
	code: string,
	kinds: readonly FoKind[],
	place: FaultPlace,
	meaning: StufCode['meaning'],
): readonly [string, StufCode] {
	return [code, { kinds, place, meaning }];
}

/** A fault code in words. */
export interface CodeExplanation {
	readonly meaning: string;
	/** Who is to solve it. */
	readonly fault: string;
	/** Whether to send the same message again or a new one. */
	readonly resend: string;
}

/**
 * Explains a fault code of StUF.
 *
 * @returns `undefined` for a code that is not in the standard, such as one of a sector model.
 */
export function explainCode(code: string, t: Translate): CodeExplanation | undefined {
	const known = codes.get(code);
	return (
		known && {
			meaning: known.meaning(t),
			fault:
				known.place === 'client'
					? t('The cause is at the sender of the original message (client).')
					: t('The cause is at the receiver of the original message (server).'),
			// StUF 03.01 §4.4.3.
			resend:
				known.place === 'client'
					? t('Solve the cause, and send a new message, with a new referentienummer and tijdstipBericht.')
					: t(
							'Offer the same message again later, with the same referentienummer and tijdstipBericht; ask the receiver when it keeps failing.',
						),
		}
	);
}

/** The kinds of message that may carry a code; `undefined` for a code that is not in the standard. */
export function kindsOfCode(code: string): readonly FoKind[] | undefined {
	return codes.get(code)?.kinds;
}

/** Where the cause of a code is, by the standard; `undefined` for a code that is not in it. */
export function placeOfCode(code: string): FaultPlace | undefined {
	return codes.get(code)?.place;
}

/** The code of the standard that is written almost like this: other case, or without `StUF`. */
export function similarCode(code: string): string | undefined {
	const digits = /^(?:stuf)?[\s-]*(\d{3})$/i.exec(code)?.[1];
	const similar = `StUF${digits ?? ''}`;
	return codes.has(similar) ? similar : undefined;
}
