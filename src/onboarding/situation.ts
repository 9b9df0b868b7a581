import type { RoleId } from './catalogue/roles';
import type { JsonObject } from './json';
import type { IsoDate } from './planning/isoDate';

/** What kind of organisation connects. A supplier connects to develop its system and never goes to production (§1.2). */
export type OrganisationKind = 'government' | 'supplier';

/** How Lopende zaken is reached (§3.3.3). */
export type Network = 'internet' | 'diginetwerk';

/** The standard of the messages (§3.3.4): StUF, or the MO-bericht of MijnOverheid. */
export type MessageStandard = 'stuf' | 'mo';

/**
 * Where the planning is anchored.
 * - `start`: the work begins on this day.
 * - `production`: on this day the connection must be in production; for a supplier, the test must be finished.
 */
export type Anchor =
	| { readonly kind: 'start'; readonly date: IsoDate }
	| { readonly kind: 'production'; readonly date: IsoDate }
	| { readonly kind: 'none' };

/** Which of the days that are a holiday to some only are days off here. */
export interface CalendarChoice {
	/** 5 May. `lustrum`: only every fifth year (2025, 2030, …), as most collective agreements have it. */
	readonly liberationDay: 'always' | 'lustrum' | 'never';
	readonly goodFriday: boolean;
}

/** All that is asked of the organisation once, and that decides which tasks there are. */
export interface Situation {
	readonly organisation: OrganisationKind;
	/** Meaningless for a supplier, which has an HRN instead. */
	readonly hasOin: boolean;
	/** A Digikoppeling compliant adapter that can be used for this connection. */
	readonly hasAdapter: boolean;
	readonly network: Network;
	readonly messageStandard: MessageStandard;
	/** PKIoverheid certificates, whether or not they can serve here. */
	readonly hasCertificates: boolean;
	readonly anchor: Anchor;
	readonly calendar: CalendarChoice;
	/** Names of people, as far as known. */
	readonly roles: Readonly<Partial<Record<RoleId, string>>>;
	/** Keys of the file that are not ours. They are written back as they were. */
	readonly rest: JsonObject;
}

export const defaultCalendar: CalendarChoice = { liberationDay: 'lustrum', goodFriday: false };
