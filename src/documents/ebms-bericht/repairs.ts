import { elementNamed, removal, renaming } from '../../schema/repairSteps';
import { repairTable } from '../../xml/repair';
import { oinType } from '../partyId';
import { mshService } from '../ping-opdracht/texts';
import { addingAttribute, replacing } from '../repairSteps';
import type { HeaderFindings } from './texts/headerTexts';
import type { PartFindings } from './texts/partTexts';

/** What can be repaired of an ebMS message. */
export const ebmsRepairs = repairTable<HeaderFindings & PartFindings>({
	'ebms-bericht.party-type': (fault, t) => replacing(fault, fault.data.found, oinType, t),
	'ebms-bericht.party-type-missing': (fault, t) => addingAttribute(fault, 'type', oinType, t),
	'ebms-bericht.service': (fault, t) => replacing(fault, fault.data.found, mshService, t),
	'ebms-bericht.action': (fault, t) => replacing(fault, fault.data.found, fault.data.similar, t),
	'ebms-bericht.timestamp-zone': (fault, t) => {
		const { document, span, data } = fault;
		return replacing(fault, document.text.slice(span.start, span.end), data.utc, t);
	},
	'ebms-bericht.unknown-part': ({ document, span, data: { similar } }, t) =>
		renaming(elementNamed(document, span), similar, t),
	'ebms-bericht.part-twice': ({ document, span, data }, t) =>
		removal(document, elementNamed(document, span), data.part, t),
	'ebms-bericht.version': (fault, t) => replacing(fault, fault.data.found, '2.0', t),
	'ebms-bericht.sync-reply-actor': (fault, t) => replacing(fault, fault.data.found, fault.data.expected, t),
	'ebms-bericht.highest-severity': (fault, t) => replacing(fault, fault.data.found, fault.data.expected, t),
	'ebms-bericht.error-code': (fault, t) => replacing(fault, fault.data.found, fault.data.similar, t),
	'ebms-bericht.namespace': (fault, t) => replacing(fault, fault.data.found, fault.data.expected, t),
});
