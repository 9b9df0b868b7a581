import type { Span } from '../../finding';
import { attributeOf, childrenNamed, firstChild, textContent, trimmedTextSpan } from '../../xml/navigate';
import type { XmlElement } from '../../xml/tree';
import { namespaces } from '../namespaces';
import { trimWhiteSpace } from '../value';
import { parseXsdMoment } from '../xsdMoment';
import type {
	Cpa,
	CpaAction,
	CpaBinding,
	CpaChannel,
	CpaEndpoint,
	CpaExchange,
	CpaParty,
	CpaPartyId,
	CpaRole,
	CpaSecurityProtocol,
	CpaTransport,
	Placed,
	PlacedMoment,
} from './agreement';
import { readCertificates } from './certificates';

/**
 * Reads a CPA (ebXML CPPA 2.0), by namespace and whatever the prefixes. Takes what is there of one that breaks the schema, and
 * never throws.
 *
 * @param root The element CollaborationProtocolAgreement.
 */
export function readCpa(root: XmlElement): Cpa {
	const status = child(root, 'Status');
	return {
		nameSpan: root.nameSpan,
		cpaId: attribute(root, 'cpaid'),
		status: status === undefined ? null : token(attribute(status, 'value')),
		start: momentIn(child(root, 'Start')),
		end: momentIn(child(root, 'End')),
		parties: children(root, 'PartyInfo').map(readParty),
		packageIds: children(root, 'Packaging').flatMap((packaging) => idOf(packaging, 'id')),
	};
}

function readParty(party: XmlElement): CpaParty {
	return {
		nameSpan: party.nameSpan,
		name: attribute(party, 'partyName')?.value ?? null,
		partyIds: children(party, 'PartyId').map(readPartyId),
		roles: children(party, 'CollaborationRole').map(readRole),
		certificates: readCertificates(party),
		channels: children(party, 'DeliveryChannel').flatMap(readChannel),
		transports: children(party, 'Transport').flatMap(readTransport),
		exchanges: children(party, 'DocExchange').flatMap(readExchange),
		defaultChannelId: token(attribute(party, 'defaultMshChannelId')),
		overrides: children(party, 'OverrideMshActionBinding').flatMap((binding) => {
			const action = attribute(binding, 'action')?.value;
			return action === undefined
				? []
				: idOf(binding, 'channelId').map((channelId) => ({ action, channelId }));
		}),
	};
}

function readPartyId(element: XmlElement): CpaPartyId {
	return {
		value: textContent(element),
		type: token(attribute(element, 'type')),
		span: trimmedTextSpan(element),
		nameSpan: element.nameSpan,
	};
}

function readRole(role: XmlElement): CpaRole {
	const binding = child(role, 'ServiceBinding');
	const service = binding && child(binding, 'Service');
	return {
		name: attribute(child(role, 'Role'), 'name')?.value ?? null,
		service:
			service === undefined
				? null
				: { name: textContent(service), type: attribute(service, 'type')?.value ?? null },
		actions: binding === undefined ? [] : actionsIn(binding),
	};
}

const directions: Readonly<Record<string, CpaAction['direction']>> = {
	CanSend: 'send',
	CanReceive: 'receive',
};

/** Answers of a synchronous exchange stand inside what they answer. */
function actionsIn(binding: XmlElement): readonly CpaAction[] {
	const actions: CpaAction[] = [];
	const waiting: XmlElement[] = [binding];
	for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
		const bound = child(element, 'ThisPartyActionBinding');
		const direction = directions[element.localName];
		const action = attribute(bound, 'action')?.value;
		if (bound !== undefined && direction !== undefined && action !== undefined) {
			actions.push({
				direction,
				action,
				channelIds: children(bound, 'ChannelId').map((channel) => trimWhiteSpace(textContent(channel))),
				packageId: idOf(bound, 'packageId')[0] ?? null,
			});
		}
		waiting.push(
			...element.children
				.filter((node) => node.kind === 'element')
				.filter(({ localName, namespace }) => namespace === namespaces.cppa && localName in directions)
				.reverse(),
		);
	}
	return actions;
}

function readChannel(channel: XmlElement): readonly CpaChannel[] {
	const channelId = token(attribute(channel, 'channelId'));
	const characteristics = child(channel, 'MessagingCharacteristics');
	const characteristic = (name: string, byDefault: string): Placed =>
		token(attribute(characteristics, name)) ?? {
			value: byDefault,
			span: (characteristics ?? channel).nameSpan,
		};
	return channelId === null
		? []
		: [
				{
					channelId: channelId.value,
					span: channelId.span,
					transportId: idOf(channel, 'transportId')[0] ?? null,
					exchangeId: idOf(channel, 'docExchangeId')[0] ?? null,
					syncReplyMode: characteristic('syncReplyMode', 'none'),
					ackRequested: characteristic('ackRequested', 'perMessage'),
					ackSignatureRequested: characteristic('ackSignatureRequested', 'perMessage'),
					duplicateElimination: characteristic('duplicateElimination', 'perMessage'),
					actor: token(attribute(characteristics, 'actor'))?.value ?? null,
				},
			];
}

function readTransport(transport: XmlElement): readonly CpaTransport[] {
	const sender = child(transport, 'TransportSender');
	const receiver = child(transport, 'TransportReceiver');
	const clientSecurity = child(sender, 'TransportClientSecurity');
	const serverSecurity = child(receiver, 'TransportServerSecurity');
	return idOf(transport, 'transportId').map((transportId) => ({
		transportId,
		nameSpan: transport.nameSpan,
		sends: sender !== undefined,
		receives: receiver !== undefined,
		endpoints: children(receiver, 'Endpoint').flatMap(readEndpoint),
		securityProtocols: [clientSecurity, serverSecurity].flatMap(readSecurityProtocol),
		clientCertificateId: idOf(child(clientSecurity, 'ClientCertificateRef'), 'certId')[0] ?? null,
		serverCertificateId: idOf(child(serverSecurity, 'ServerCertificateRef'), 'certId')[0] ?? null,
	}));
}

function readEndpoint(endpoint: XmlElement): readonly CpaEndpoint[] {
	const uri = token(attribute(endpoint, 'uri'));
	return uri === null ? [] : [{ uri, type: token(attribute(endpoint, 'type'))?.value ?? 'allPurpose' }];
}

function readSecurityProtocol(security: XmlElement | undefined): readonly CpaSecurityProtocol[] {
	const protocol = child(security, 'TransportSecurityProtocol');
	return protocol === undefined
		? []
		: [{ name: content(protocol), version: token(attribute(protocol, 'version')) }];
}

function readExchange(exchange: XmlElement): readonly CpaExchange[] {
	return idOf(exchange, 'docExchangeId').map((exchangeId) => ({
		exchangeId,
		nameSpan: exchange.nameSpan,
		sender: readBinding(child(exchange, 'ebXMLSenderBinding')),
		receiver: readBinding(child(exchange, 'ebXMLReceiverBinding')),
	}));
}

function readBinding(binding: XmlElement | undefined): CpaBinding | null {
	if (binding === undefined) {
		return null;
	}
	const messaging = child(binding, 'ReliableMessaging');
	const contentOf = (element: XmlElement | undefined): Placed | null =>
		element === undefined ? null : content(element);
	const has = (...names: readonly string[]): boolean =>
		names.some((name) => child(binding, name) !== undefined);
	return {
		signs: has('SenderNonRepudiation', 'ReceiverNonRepudiation'),
		encrypts: has('SenderDigitalEnvelope', 'ReceiverDigitalEnvelope'),
		retries: contentOf(child(messaging, 'Retries')),
		retryInterval: contentOf(child(messaging, 'RetryInterval')),
		persistDuration: contentOf(child(binding, 'PersistDuration')),
	};
}

function momentIn(element: XmlElement | undefined): PlacedMoment | null {
	if (element === undefined) {
		return null;
	}
	const placed = content(element);
	return { ...placed, moment: parseXsdMoment(placed.value)?.moment ?? null };
}

function child(element: XmlElement | undefined, localName: string): XmlElement | undefined {
	return element && firstChild(element, namespaces.cppa, localName);
}

function children(element: XmlElement | undefined, localName: string): readonly XmlElement[] {
	return element === undefined ? [] : childrenNamed(element, namespaces.cppa, localName);
}

function attribute(element: XmlElement | undefined, localName: string): Placed | null {
	const found = element && attributeOf(element, namespaces.cppa, localName);
	return found === undefined ? null : { value: found.value, span: found.valueSpan };
}

/** A value in which white space around it does not count, such as an id. */
function token(placed: Placed | null): Placed | null {
	return placed === null ? null : { value: trimWhiteSpace(placed.value), span: placed.span };
}

function content(element: XmlElement): Placed {
	const span: Span = trimmedTextSpan(element);
	return { value: trimWhiteSpace(textContent(element)), span };
}

/** None or one, so that what has no id can be left out. */
function idOf(element: XmlElement | undefined, localName: string): readonly string[] {
	const id = token(attribute(element, localName));
	return id === null ? [] : [id.value];
}
