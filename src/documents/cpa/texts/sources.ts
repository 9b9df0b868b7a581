/** Documents that the rules of a CPA come from, by the names that readers know. */
export const cppa = 'ebXML CPPA 2.0';
export const profile = 'Digikoppeling Koppelvlakstandaard ebMS2 3.3.2';
export const practice = 'Digikoppeling Best Practices ebMS2 3.2.2';
export const security = 'Digikoppeling Beveiligingsstandaarden en voorschriften 3.0.1';
