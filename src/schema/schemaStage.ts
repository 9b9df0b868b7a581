import type { Finding } from '../finding';
import { elementByIndices, elementIndices } from '../xml/navigate';
import { parseXml } from '../xml/parse';
import type { XmlDocument, XmlElement } from '../xml/tree';
import { withoutConsequences } from './consequences';
import type { DocumentCopier } from './documentCopy';
import { createDocumentCopier } from './documentCopy';
import { indicesOf } from './content/contentTrials';
import type { SchemaCompileError, SchemaEngine, SchemaError, SchemaSet } from './engine';
import type { CheckedVerdict } from './faultSearch';
import { byPlace, FaultSearch } from './faultSearch';
import { correctNamespaces, thoseThatHelp, type CorrectedText } from './namespaceRepair';
import { createTrialEngine } from './trialEngine';
import { findWrongDeclarations } from './wrongDeclarations';

export interface SchemaStageOptions {
	readonly maxFindings: number;
	/** Looked at between calls of the engine; when it is aborted, the check rejects with its reason. */
	readonly signal?: AbortSignal;
}

export type SchemaStageResult =
	/** `truncated`: there are more faults than these, because of `maxFindings` or because looking for them takes too long. */
	| { readonly status: 'checked'; readonly findings: readonly Finding[]; readonly truncated: boolean }
	/** libxml2 refuses a document that our parser takes (a limit, a DOCTYPE); `message` is libxml2's own. */
	| { readonly status: 'refused'; readonly message: string }
	| { readonly status: 'schema-unusable'; readonly errors: readonly SchemaCompileError[] };

/** Errors of one call: libxml2 may give some for one finding. */
function maxErrorsFor(maxFindings: number): number {
	return 2 * maxFindings + 100;
}

/**
 * Checks one message against its schema and finds each fault once, at the part of the text that has to change.
 *
 * libxml2 leaves the rest of a parent unchecked after the first child that it does not expect. So a copy is made in which
 * that fault is repaired, the copy is checked, and so on. Of a document that is not well-formed only the part before its
 * first fault is judged.
 *
 * @param root The message in `document`: its root, or the message inside a SOAP Body.
 * @param engine Called once for a valid document; again, a bounded number of times, to see past a content-model error.
 */
export async function checkSchema(
	document: XmlDocument,
	root: XmlElement,
	set: SchemaSet,
	engine: SchemaEngine,
	options: SchemaStageOptions,
): Promise<SchemaStageResult> {
	const { maxFindings, signal } = options;
	const limit = faultOffset(document);
	if (limit !== undefined && limit < root.startTagSpan.end) {
		return { status: 'checked', findings: [], truncated: false };
	}
	const isAsWritten = limit === undefined && document.doctype === undefined && document.faults.length === 0;
	const copier = createDocumentCopier(document, isAsWritten ? undefined : (limit ?? Infinity));
	const at = elementIndices(root);
	const maxErrors = maxErrorsFor(maxFindings);
	signal?.throwIfAborted();
	const source = isAsWritten ? document.text : copier.whole(new Map());
	const verdict = await engine.validate(source, set, { at, maxErrors });
	switch (verdict.status) {
		case 'not-parsed':
			return { status: 'refused', message: verdict.errors[0]?.message ?? '' };
		case 'schema-unusable':
			return verdict;
		case 'checked': {
			if (verdict.errors.length === 0) {
				return { status: 'checked', findings: [], truncated: false };
			}
			const check = { set, engine, options, at, maxErrors };
			const corrected = isAsWritten ? await findCorrected(document, root, verdict.errors, check) : undefined;
			return corrected ?? findFaults(document, root, copier, limit, verdict, check);
		}
	}
}

interface Check {
	readonly set: SchemaSet;
	readonly engine: SchemaEngine;
	readonly options: SchemaStageOptions;
	readonly at: readonly number[];
	readonly maxErrors: number;
}

async function findFaults(
	document: XmlDocument,
	root: XmlElement,
	copier: DocumentCopier,
	limit: number | undefined,
	verdict: CheckedVerdict,
	{ set, engine, options, at, maxErrors }: Check,
): Promise<CheckedResult> {
	const search = new FaultSearch(document, root, set, options.maxFindings, limit, copier);
	await search.run(verdict, createTrialEngine(engine, set, at, maxErrors, options.signal));
	const { findings, truncated } = search.result();
	return { status: 'checked', findings: withoutConsequences(document, findings), truncated };
}

/** Finds the faults of a document in which a namespace is declared wrongly; `undefined` when that is not the case. */
async function findCorrected(
	document: XmlDocument,
	root: XmlElement,
	errors: readonly SchemaError[],
	check: Check,
): Promise<CheckedResult | undefined> {
	const { set, engine, options, at, maxErrors } = check;
	let wrong = findWrongDeclarations(root, set, errors, (error) =>
		error.xpath === '' ? undefined : elementByIndices(document, indicesOf(error)),
	);
	for (;;) {
		if (wrong.length === 0) {
			return undefined;
		}
		options.signal?.throwIfAborted();
		const corrected = correctNamespaces(document.text, wrong);
		const verdict = await engine.validate(corrected.text, set, { at, maxErrors });
		const helpful = verdict.status === 'checked' ? thoseThatHelp(wrong, verdict.errors) : [];
		if (verdict.status === 'checked' && helpful.length === wrong.length) {
			return findRemaining(corrected, verdict, check);
		}
		wrong = helpful;
	}
}

/** Finds the other faults of a document in which wrong namespaces were corrected. */
async function findRemaining(
	corrected: CorrectedText,
	verdict: CheckedVerdict,
	check: Check,
): Promise<CheckedResult | undefined> {
	const { maxFindings } = check.options;
	const copy = parseXml(corrected.text);
	const copyRoot = elementByIndices(copy, check.at);
	if (!copyRoot) {
		return undefined;
	}
	const copier = createDocumentCopier(copy, undefined);
	const { findings, truncated } = await findFaults(copy, copyRoot, copier, undefined, verdict, check);
	const told = [
		...corrected.findings,
		...findings.map((finding) => ({
			...finding,
			span: corrected.original(finding.span),
			...(finding.related && {
				related: finding.related.map((place) => ({ ...place, span: corrected.original(place.span) })),
			}),
		})),
	].sort(byPlace);
	return {
		status: 'checked',
		findings: told.slice(0, maxFindings),
		truncated: truncated || told.length > maxFindings,
	};
}

/**
 * Where a document that is not well-formed goes wrong first; `undefined` when all of the root element is sound. What is
 * wrong before the root or after it does not matter to a schema.
 */
function faultOffset({ faults, root }: XmlDocument): number | undefined {
	const inside = faults.find(({ span }) => root && span.end > root.span.start);
	return inside && root && inside.span.start < root.span.end ? inside.span.start : undefined;
}

type CheckedResult = Extract<SchemaStageResult, { status: 'checked' }>;
