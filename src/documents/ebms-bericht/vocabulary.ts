/** What the service of the messaging itself can do (ebMS 2.0 §4.2, §6.3, §7, §8); names are case-sensitive. */
export const signalActions = [
	'Ping',
	'Pong',
	'Acknowledgment',
	'MessageError',
	'StatusRequest',
	'StatusResponse',
] as const;

export type SignalAction = (typeof signalActions)[number];

/** The codes of ebMS 2.0 §4.2.3.4. */
export const errorCodes = [
	'ValueNotRecognized',
	'NotSupported',
	'Inconsistent',
	'OtherXml',
	'DeliveryFailure',
	'TimeToLiveExpired',
	'SecurityFailure',
	'MimeProblem',
	'Unknown',
] as const;

export type ErrorCode = (typeof errorCodes)[number];
