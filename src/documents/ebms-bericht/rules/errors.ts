import type { Finding } from '../../../finding';
import { mostSimilar } from '../../../schema/similarNames';
import { trimWhiteSpace } from '../../value';
import type { XmlElement } from '../../../xml/tree';
import { allEb, ebAttribute, partsNamed } from '../message';
import { ebmsFinding } from '../texts';
import { errorCodes } from '../vocabulary';
import type { EbmsRule } from './ebmsRule';

/** The default of `codeContext`: codes of other contexts are not known. */
const ownContext = 'urn:oasis:names:tc:ebxml-msg:service:errors';

export const errorLists: EbmsRule = ({ message: { headerParts } }) =>
	partsNamed(headerParts, 'ErrorList').flatMap((list) => {
		const errors = allEb(list, 'Error');
		return [...checkHighest(list, errors), ...errors.flatMap(checkCode)];
	});

function checkHighest(list: XmlElement, errors: readonly XmlElement[]): readonly Finding[] {
	const highest = ebAttribute(list, 'highestSeverity');
	const severities = errors.map((error) => trimWhiteSpace(ebAttribute(error, 'severity')?.value ?? ''));
	const expected = severities.includes('Error') ? 'Error' : 'Warning';
	const found = trimWhiteSpace(highest?.value ?? '');
	// Other values than these two are the schema's finding.
	const areKnown = [found, ...severities].every((severity) => severity === 'Error' || severity === 'Warning');
	return highest === undefined || errors.length === 0 || !areKnown || found === expected
		? []
		: [ebmsFinding('ebms-bericht.highest-severity', highest.valueSpan, { found, expected })];
}

function checkCode(error: XmlElement): readonly Finding[] {
	const code = ebAttribute(error, 'errorCode');
	const context = ebAttribute(error, 'codeContext')?.value.trim() ?? ownContext;
	return code === undefined ||
		code.value === '' ||
		context !== ownContext ||
		errorCodes.some((known) => known === code.value)
		? []
		: [
				ebmsFinding('ebms-bericht.error-code', code.valueSpan, {
					found: code.value,
					similar: mostSimilar(code.value, errorCodes) ?? '',
				}),
			];
}
