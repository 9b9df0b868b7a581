/** The commands of the Ping and of the local partner. */
export type PingCommandId =
	| 'lopendeZaken.sendPing'
	| 'lopendeZaken.addConnection'
	| 'lopendeZaken.chooseConnection'
	| 'lopendeZaken.activateConnection'
	| 'lopendeZaken.openConnectionCpa'
	| 'lopendeZaken.inspectConnection'
	| 'lopendeZaken.openPing'
	| 'lopendeZaken.comparePings'
	| 'lopendeZaken.clearConnectionHistory'
	| 'lopendeZaken.clearPingHistory'
	| 'lopendeZaken._pingAs'
	| 'lopendeZaken.startPartner'
	| 'lopendeZaken.stopPartner'
	| 'lopendeZaken.choosePartnerMode'
	| 'lopendeZaken.showPartnerLog';
