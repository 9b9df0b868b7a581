import type { Finding } from '../../finding';
import { childElements, firstChild } from '../../xml/navigate';
import type { XmlElement } from '../../xml/tree';
import type { Rule, Subject } from '../kind';
import { namespaces } from '../namespaces';
import { isWhole } from '../wholeness';
import { readMessage } from './message';
import type { EbmsRule } from './rules/ebmsRule';
import { errorLists } from './rules/errors';
import { messageId, parties, service, syncReplyActor } from './rules/header';
import { moments, timeToLive } from './rules/moments';
import { knownParts, mustUnderstand, versions } from './rules/parts';
import { signals } from './rules/signals';
import { ebmsFinding } from './texts';

const rules: readonly EbmsRule[] = [
	knownParts,
	versions,
	mustUnderstand,
	parties,
	service,
	messageId,
	moments,
	timeToLive,
	signals,
	syncReplyActor,
	errorLists,
];

/** All rules of an ebMS message, over one reading of it. */
export const ebmsRules: readonly Rule[] = [checkMessage];

function checkMessage({ document, root }: Subject): readonly Finding[] {
	const message = readMessage(root);
	return message === undefined
		? otherNamespace(root)
		: rules.flatMap((rule) => rule({ document, message, whole: isWhole(document, root) }));
}

/** Of a message in another namespace nothing else is known. */
function otherNamespace(envelope: XmlElement): readonly Finding[] {
	const header = firstChild(envelope, namespaces.soap11, 'Header');
	const found = header && childElements(header).find(({ localName }) => localName === 'MessageHeader');
	return found === undefined
		? []
		: [
				ebmsFinding('ebms-bericht.namespace', found.nameSpan, {
					found: found.namespace ?? '',
					expected: namespaces.eb,
				}),
			];
}
