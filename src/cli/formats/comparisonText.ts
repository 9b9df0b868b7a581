import { dayOf, oinOf } from '../../certificates/profile/judged';
import { displayNameOf } from '../../certificates/displayName';
import type { ComparedRow, ComparedValue } from '../../documents/cpa/comparison/comparedRow';
import { subjectWords } from '../../documents/cpa/comparison/texts';
import { printable } from '../../printable';
import type { Translate } from '../../text';
import { explain } from '../../validation/explain';
import type { ReportedComparison } from '../cpaReport';
import type { Colours } from '../output';
import { paint, severityWords } from './severityWords';

/** A Consumerspecificatie and a CPA side by side, for people. */
export function* comparisonText(
	{ file, party, rows }: ReportedComparison,
	t: Translate,
	colours: Colours,
): Iterable<string> {
	yield `\n${colours.underline(printable(file))}  ${t('compared with {0} in the CPA', printable(party.name ?? t('party without name')))}\n`;
	const width = Math.max(...rows.map(({ subject }) => subjectWords(subject, t).length));
	for (const row of rows) {
		yield* rowLines(row, width, t, colours);
	}
}

function* rowLines(
	{ subject, specification, cpa, finding }: ComparedRow,
	width: number,
	t: Translate,
	colours: Colours,
): Iterable<string> {
	const label = subjectWords(subject, t).padEnd(width);
	if (finding === null) {
		yield `  ${colours.green('=')} ${label}  ${specification === null ? '' : printable(valueWords(specification, t))}\n`;
		return;
	}
	const sides = [
		[t('Consumerspecificatie'), specification === null ? [] : [specification]],
		['CPA', cpa],
	] as const;
	const sideWidth = Math.max(...sides.map(([side]) => side.length));
	for (const [index, [side, values]] of sides.entries()) {
		const start = index === 0 ? `${colours.red('≠')} ${label}` : ' '.repeat(width + 2);
		const told = values.map((value) => valueWords(value, t)).join(' | ');
		yield `  ${start}  ${side.padEnd(sideWidth)}  ${told === '' ? t('missing') : printable(told)}\n`;
	}
	const { problem, cure, source } = explain(finding, t);
	const weight = paint(finding.severity, colours)(severityWords(t)[finding.severity]);
	yield `    ${weight}  ${printable(problem)}  ${colours.dim(finding.code)}\n`;
	yield `    ${colours.dim(`${printable(cure)} [${source}]`)}\n`;
}

function valueWords(value: ComparedValue, t: Translate): string {
	if (value.kind === 'text') {
		return value.text;
	}
	if (value.certificate === null) {
		return t('cannot be read');
	}
	const { subject, sha256, notAfter } = value.certificate;
	const oin = oinOf(value.certificate);
	return [
		displayNameOf(subject),
		...(oin?.parsed.kind === 'oin' ? [`OIN ${oin.value}`] : []),
		t('valid until {0}', dayOf(notAfter)),
		`SHA-256 ${sha256.slice(0, 16)}…`,
	].join(', ');
}
