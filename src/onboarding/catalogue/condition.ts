import type { Situation } from '../situation';

/** A claim about the situation of the organisation. */
export type Condition = (situation: Situation) => boolean;

export const isSupplier: Condition = ({ organisation }) => organisation === 'supplier';
export const isGovernment: Condition = ({ organisation }) => organisation === 'government';
export const usesDiginetwerk: Condition = ({ network }) => network === 'diginetwerk';
export const usesInternet: Condition = ({ network }) => network === 'internet';
export const hasAdapter: Condition = ({ hasAdapter: has }) => has;
export const hasCertificates: Condition = ({ hasCertificates: has }) => has;
export const usesStuf: Condition = ({ messageStandard }) => messageStandard === 'stuf';
export const usesMoMessage: Condition = ({ messageStandard }) => messageStandard === 'mo';
/** Only a government body can have an OIN (§2.2), whatever the file says. */
export const hasOin: Condition = ({ organisation, hasOin: has }) => organisation === 'government' && has;
