import type { Translate } from '../text';
import { passesElfproef } from './elfproef';

/** The register that a hoofdnummer comes from. */
export type OinRegister =
	| 'rsin'
	| 'fi'
	| 'kvk'
	| 'sub-oin'
	| 'logius'
	| 'brin'
	| 'foreign'
	| 'uzi'
	| 'trr'
	| 'dezi'
	| 'test'
	/** A prefix of the right form that no register has. */
	| 'unassigned';

/**
 * What is remarkable about an OIN that is one by its form.
 * - `check-digit`: an RSIN or Fi-nummer that fails the 11-proef.
 * - `suffix-not-zero`: the last positions are not zeros.
 * - `prefix-unassigned`: no register has this prefix.
 */
export type OinRemark = 'check-digit' | 'suffix-not-zero' | 'prefix-unassigned';

/**
 * Why a text is no OIN.
 * - `length`: not 20 positions.
 * - `characters`: others than digits and capitals.
 * - `prefix`: does not begin with 000000 and two digits.
 * - `number`: letters in a number that consists of digits in this register.
 */
export type NotAnOinReason = 'length' | 'characters' | 'prefix' | 'number';

/** An Organisatie-identificatienummer, or an HRN, which has the same form. */
export interface Oin {
	readonly kind: 'oin';
	readonly value: string;
	/** The first 8 positions. */
	readonly prefix: string;
	readonly register: OinRegister;
	/** The hoofdnummer: 8 positions of the Handelsregister's KVK-nummer, else 9. */
	readonly number: string;
	/** What is left: 4 or 3 positions. */
	readonly suffix: string;
	readonly remarks: readonly OinRemark[];
}

export type ParsedOin = Oin | { readonly kind: 'not-an-oin'; readonly reason: NotAnOinReason };

interface RegisterRules {
	readonly register: OinRegister;
	/** Positions of the hoofdnummer. */
	readonly length: 8 | 9;
	readonly digitsOnly: boolean;
	readonly elfproef: boolean;
	readonly name: (t: Translate) => string;
}

const alphanumeric = { length: 9, digitsOnly: false, elfproef: false } as const;

/**
 * OIN-Stelsel 2.2.2 ch. 6; prefix 00000011 is of the consultation version 3.0.0. A hoofdnummer may be alphanumeric
 * "depending on the register"; only of RSIN, Fi-nummer and KVK-nummer we know that they consist of digits.
 */
const registers: ReadonlyMap<string, RegisterRules> = new Map([
	[
		'00000001',
		{
			register: 'rsin',
			length: 9,
			digitsOnly: true,
			elfproef: true,
			name: (t) => t('RSIN, Handelsregister'),
		},
	],
	[
		'00000002',
		{
			register: 'fi',
			length: 9,
			digitsOnly: true,
			elfproef: true,
			name: (t) => t('Fi-nummer, Belastingdienst'),
		},
	],
	[
		'00000003',
		{
			register: 'kvk',
			length: 8,
			digitsOnly: true,
			elfproef: false,
			name: (t) => t('KVK-nummer, Handelsregister'),
		},
	],
	['00000004', { ...alphanumeric, register: 'sub-oin', name: (t) => t('SubOIN register') }],
	['00000006', { ...alphanumeric, register: 'logius', name: (t) => t('hoofdnummer given out by Logius') }],
	['00000007', { ...alphanumeric, register: 'brin', name: (t) => t('BRIN, DUO') }],
	['00000008', { ...alphanumeric, register: 'foreign', name: (t) => t('foreign organisations, Logius') }],
	['00000009', { ...alphanumeric, register: 'uzi', name: (t) => t('UZI-nummer, CIBG') }],
	['00000010', { ...alphanumeric, register: 'trr', name: (t) => t('TRR-BD, Logius for Belastingdienst') }],
	['00000011', { ...alphanumeric, register: 'dezi', name: (t) => t('Dezi-nummer Zorgverzekeraars, CIBG') }],
	[
		'00000099',
		{ ...alphanumeric, register: 'test', name: (t) => t('test OIN, free for every organisation') },
	],
]);

const unassigned: RegisterRules = {
	...alphanumeric,
	register: 'unassigned',
	name: (t) => t('a register that is not known'),
};

/**
 * Takes an OIN (or HRN) apart. Never trims: the leading zeros and the length belong to it.
 *
 * A suffix other than zeros is a remark, as `00000004003214345001` of Logius exists; so is a failing 11-proef, as the OIN
 * documents have no such rule and their own example fails it.
 */
export function parseOin(value: string): ParsedOin {
	if (value.length !== 20) {
		return { kind: 'not-an-oin', reason: 'length' };
	}
	if (!/^[0-9A-Z]*$/.test(value)) {
		return { kind: 'not-an-oin', reason: 'characters' };
	}
	const prefix = value.slice(0, 8);
	if (!/^000000\d\d$/.test(prefix)) {
		return { kind: 'not-an-oin', reason: 'prefix' };
	}
	const rules = rulesOf(prefix);
	const number = value.slice(8, 8 + rules.length);
	if (rules.digitsOnly && !/^\d*$/.test(number)) {
		return { kind: 'not-an-oin', reason: 'number' };
	}
	const suffix = value.slice(8 + rules.length);
	const remarks: OinRemark[] = [];
	if (rules.register === 'unassigned') {
		remarks.push('prefix-unassigned');
	}
	if (rules.elfproef && !passesElfproef(number)) {
		remarks.push('check-digit');
	}
	if (/[^0]/.test(suffix)) {
		remarks.push('suffix-not-zero');
	}
	return { kind: 'oin', value, prefix, register: rules.register, number, suffix, remarks };
}

/** Says in one sentence what an OIN is made of, for who points at one. */
export function explainOin(oin: Oin, t: Translate): string {
	return t(
		'OIN or HRN: prefix {0} ({1}), hoofdnummer {2}, suffix {3}.',
		oin.prefix,
		rulesOf(oin.prefix).name(t),
		oin.number,
		oin.suffix,
	);
}

function rulesOf(prefix: string): RegisterRules {
	return registers.get(prefix) ?? unassigned;
}
