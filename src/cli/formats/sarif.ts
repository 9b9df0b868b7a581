import { pathToFileURL } from 'node:url';
import dutchAbout from '../../../l10n/nl/about.json';
import type { Severity } from '../../finding';
import { pathBelow } from '../../pathBelow';
import { translationIn } from '../../text';
import { allTexts, explain } from '../../validation/explain';
import type { LocatedPlace, Range } from '../../validation/report';
import { noticesOf } from '../notices';
import { programName } from '../programName';
import { select, type CheckedFile } from '../runReport';
import type { Format, FormatOptions } from './format';

/** SARIF's words for our severities (SARIF 2.1.0 §3.27.10). */
const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
	error: 'error',
	warning: 'warning',
	info: 'note',
};

/** The name of the base of all relative URIs. */
const base = 'SRCROOT';

interface ArtifactLocation {
	readonly uri: string;
	readonly uriBaseId?: string;
	readonly index?: number;
}

/**
 * SARIF 2.1.0 (OASIS Standard, 27 March 2020): one run, its rules those that were broken. Lines and columns are 1-based
 * there, the end column is the one after the last character (§3.30), and columns count UTF-16 units.
 */
export const formatSarif: Format = function* (run, options) {
	const artifacts = new Map(run.files.map((file, index) => [file.file, index]));
	const ruleIndex = new Map<string, number>();
	const placeOf = (file: string | null, range: Range): object => ({
		physicalLocation: {
			artifactLocation: artifactLocation(file, artifacts, options.workingFolder),
			region: region(range),
		},
	});

	yield '{"$schema":"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",\n';
	yield '"version":"2.1.0","runs":[{\n"columnKind":"utf16CodeUnits",\n"results":[';
	let separator = '\n';
	for (const file of run.files) {
		for (const result of results(file, options, ruleIndex, placeOf)) {
			yield `${separator}${JSON.stringify(result)}`;
			separator = ',\n';
		}
	}
	yield `\n],\n"artifacts":[`;
	separator = '\n';
	for (const { file, report } of run.files) {
		const artifact = {
			location: artifactLocation(file, new Map(), options.workingFolder),
			...(file === null ? { roles: ['analysisTarget', 'standardStream'] } : { roles: ['analysisTarget'] }),
			properties: { kind: report.kind, schema: report.schema },
		};
		yield `${separator}${JSON.stringify(artifact)}`;
		separator = ',\n';
	}
	const rest = {
		originalUriBaseIds: { [base]: { uri: folderUrl(options.workingFolder) } },
		invocations: [
			{
				executionSuccessful: run.cancelled === undefined,
				toolExecutionNotifications: noticesOf(run, options.selection, options.t).map((text) => ({
					level: 'note',
					message: { text },
				})),
			},
		],
		language: options.language,
		tool: { driver: driver([...ruleIndex.keys()], options) },
	};
	yield `\n],\n${JSON.stringify(rest).slice(1, -1)}\n}]}\n`;
};

function* results(
	{ file, report }: CheckedFile,
	{ selection, t }: FormatOptions,
	ruleIndex: Map<string, number>,
	placeOf: (file: string | null, range: Range) => object,
): Iterable<object> {
	for (const finding of select(report, selection).findings) {
		const index = ruleIndex.get(finding.code) ?? ruleIndex.size;
		ruleIndex.set(finding.code, index);
		yield {
			ruleId: finding.code,
			ruleIndex: index,
			level: levels[finding.severity],
			message: { text: explain(finding, t).message },
			locations: [
				{
					...placeOf(file, finding.range),
					...(finding.path === null
						? {}
						: { logicalLocations: [{ fullyQualifiedName: finding.path, kind: 'element' }] }),
				},
			],
			...(finding.related && {
				relatedLocations: finding.related.map((place: LocatedPlace, id) => ({
					id,
					...placeOf(place.file ?? file, place.range),
					message: { text: t('See also here.') },
				})),
			}),
		};
	}
}

function region({ start, end }: Range): object {
	return {
		startLine: start.line + 1,
		startColumn: start.character + 1,
		endLine: end.line + 1,
		endColumn: end.character + 1,
	};
}

/** Relative to the base for files below the working folder; absolute for others, since `..` means nothing in a base. */
function artifactLocation(
	file: string | null,
	artifacts: ReadonlyMap<string | null, number>,
	workingFolder: string,
): ArtifactLocation {
	const index = artifacts.get(file);
	const indexed = index === undefined ? {} : { index };
	if (file === null) {
		return { uri: encodeURIComponent('<stdin>'), ...indexed };
	}
	const path = pathBelow(workingFolder, file);
	return path === undefined
		? { uri: pathToFileURL(file).href, ...indexed }
		: { uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: base, ...indexed };
}

/** The URL of a folder, which ends with a slash so that others can be relative to it. */
function folderUrl(folder: string): string {
	return pathToFileURL(folder).href.replace(/\/?$/, '/');
}

function driver(codes: readonly string[], { productRoot, language, version }: FormatOptions): object {
	const explanations = `${folderUrl(productRoot)}docs/findings.md`;
	return {
		name: programName,
		version,
		semanticVersion: version,
		language,
		rules: codes.map((code) => {
			const texts = allTexts.get(code);
			const english = texts?.about ?? code;
			const about = language === 'nl' ? (translationIn(dutchAbout, english) ?? english) : english;
			return {
				id: code,
				shortDescription: { text: /^[^]*?[.!?](?=\s|$)/.exec(about)?.[0] ?? about },
				fullDescription: { text: about },
				helpUri: `${explanations}#${code}`,
				defaultConfiguration: { level: levels[texts?.severity ?? 'warning'] },
			};
		}),
	};
}
