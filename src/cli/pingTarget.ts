import { readCpa } from '../documents/cpa/readCpa';
import { namespaces } from '../documents/namespaces';
import type { PingTarget } from '../ebms/connection';
import { pingTargetFromCpa } from '../ebms/cpaConnection';
import { cpaProblemWords } from '../ebms/cpaProblemWords';
import type { Translate } from '../text';
import { decodeXml } from '../xml/decode';
import { parseXml } from '../xml/parse';
import type { CommandContext } from './command';
import type { PingCommandOptions } from './pingOptions';
import { readNamed, type Complaint } from './pingFiles';

/** To whom and as whom the command line sends: out of a CPA, or from its own options. */
export function pingTargetOf(options: PingCommandOptions, context: CommandContext): PingTarget | Complaint {
	const { t } = context;
	const { cpa, as: own, url, from, to, cpaId, partyType } = options;
	const environment = options.environment ?? null;
	if (cpa !== undefined && own !== undefined) {
		const double = Object.entries({ '--from': from, '--to': to, '--cpa-id': cpaId }).find(
			([, value]) => value !== undefined,
		);
		return double === undefined
			? targetInCpa(cpa, own, { url, environment }, context)
			: { complaint: t('Give either {0} or {1}, not both.', '--cpa', double[0]) };
	}
	if (cpa !== undefined || own !== undefined) {
		const [given, missing] = cpa === undefined ? ['--as', '--cpa'] : ['--cpa', '--as'];
		return { complaint: t('Option {0} needs {1}.', given, missing) };
	}
	if (url === undefined || from === undefined || to === undefined || cpaId === undefined) {
		return { complaint: t('Give {0}, or {1}.', '--cpa --as', '--url --from --to --cpa-id') };
	}
	const type = partyType === '' ? null : partyType;
	return {
		url,
		cpaId,
		from: { value: from, type },
		to: { value: to, type },
		syncReplyMode: null,
		pongEndpoint: null,
		environment,
		cpa: null,
	};
}

/** `url` takes the place of the endpoint in the CPA. */
function targetInCpa(
	name: string,
	own: string,
	{ url, environment }: Pick<PingTarget, 'environment'> & { readonly url: string | undefined },
	context: CommandContext,
): PingTarget | Complaint {
	const { t } = context;
	const bytes = readNamed(name, context);
	if ('complaint' in bytes) {
		return bytes;
	}
	const { root } = parseXml(decodeXml(bytes).text);
	if (root?.localName !== 'CollaborationProtocolAgreement' || root.namespace !== namespaces.cppa) {
		return { complaint: notACpa(name, t) };
	}
	const connection = pingTargetFromCpa(readCpa(root), own);
	return connection.kind === 'problem'
		? { complaint: `${name}: ${cpaProblemWords(connection.problem, t)}` }
		: { ...connection.target, environment, ...(url === undefined ? {} : { url }) };
}

function notACpa(name: string, t: Translate): string {
	return t('{0} is no CPA: its root element is no CollaborationProtocolAgreement.', name);
}
