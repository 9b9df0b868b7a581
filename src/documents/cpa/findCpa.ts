import type { XmlDocument } from '../../xml/tree';
import { namespaces } from '../namespaces';
import type { Cpa } from './agreement';
import { readCpa } from './readCpa';

/** The CPA that a document is; `undefined` when it is something else. */
export function findCpa({ root }: XmlDocument): Cpa | undefined {
	return root?.localName === 'CollaborationProtocolAgreement' && root.namespace === namespaces.cppa
		? readCpa(root)
		: undefined;
}
