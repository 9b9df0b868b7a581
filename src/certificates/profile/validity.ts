import type { Check } from './judged';
import { dayOf, fault } from './judged';

const day = 24 * 60 * 60 * 1000;

export const expired: Check = ({ certificate: { notAfter }, moment }) =>
	moment > notAfter ? [fault('certificate.expired', { notAfter: dayOf(notAfter) })] : [];

export const notYetValid: Check = ({ certificate: { notBefore, notAfter }, moment }) =>
	moment < notBefore && moment <= notAfter
		? [fault('certificate.not-yet-valid', { notBefore: dayOf(notBefore) })]
		: [];

export const expiresSoon: Check = ({ certificate: { notAfter }, moment, warnDays }) => {
	const left = notAfter.getTime() - moment.getTime();
	return left >= 0 && left <= warnDays * day
		? [
				fault('certificate.expires-soon', {
					notAfter: dayOf(notAfter),
					days: Math.max(1, Math.ceil(left / day)),
				}),
			]
		: [];
};

export const g1Ending: Check = ({ hierarchy }) =>
	hierarchy === 'G1' ? [fault('certificate.g1-ending', {})] : [];
