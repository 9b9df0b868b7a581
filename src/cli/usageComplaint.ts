import type { CommanderError } from 'commander';
import type { Translate } from '../text';

interface Complaint {
	/** What commander says; its message is the only place where it tells the names. */
	readonly pattern: RegExp;
	readonly say: (parts: readonly string[], t: Translate) => string;
}

const suggestion = String.raw`(?:\n\(Did you mean (?:one of )?([^]+?)\?\))?`;

const complaints: Readonly<Record<string, Complaint>> = {
	'commander.unknownOption': {
		pattern: new RegExp(String.raw`unknown option '([^]*?)'${suggestion}$`),
		say: ([option, similar], t) => withSuggestion(t('Unknown option: {0}.', option ?? ''), similar, t),
	},
	'commander.unknownCommand': {
		pattern: new RegExp(String.raw`unknown command '([^]*?)'${suggestion}$`),
		say: ([command, similar], t) => withSuggestion(t('Unknown command: {0}.', command ?? ''), similar, t),
	},
	'commander.missingArgument': {
		pattern: /missing required argument '([^]*)'$/,
		say: ([name], t) => t('An argument is missing: {0}.', name ?? ''),
	},
	'commander.excessArguments': {
		pattern: /Expected (\d+) arguments? but got (\d+)\.$/,
		say: ([expected, given], t) =>
			t('Too many arguments: {0} expected, {1} given.', expected ?? '', given ?? ''),
	},
	'commander.optionMissingArgument': {
		pattern: /option '([^]*)' argument missing$/,
		say: ([option], t) => t('Option {0} needs a value.', option ?? ''),
	},
	'commander.invalidArgument': {
		pattern: /option '([^]*?)' argument '([^]*)' is invalid\. ?([^]*)$/,
		say: ([option, value, reason], t) =>
			`${t('Option {0} cannot be "{1}".', option ?? '', value ?? '')} ${valueRule(reason ?? '', t)}`.trim(),
	},
};

/** Says in the reader's language what commander says in English. */
export function usageComplaint(error: CommanderError, t: Translate): string {
	const complaint = complaints[error.code];
	const match = complaint?.pattern.exec(error.message);
	return complaint && match ? complaint.say(match.slice(1), t) : error.message.replace(/^error: /, '');
}

function withSuggestion(sentence: string, similar: string | undefined, t: Translate): string {
	return similar === undefined ? sentence : `${sentence} ${t('Did you mean {0}?', similar)}`;
}

function valueRule(reason: string, t: Translate): string {
	const choices = /^Allowed choices are ([^]*)\.$/.exec(reason)?.[1];
	return choices === undefined ? reason : t('Possible values: {0}.', choices);
}
