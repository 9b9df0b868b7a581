import { provenEnvironment } from '../../ebms/ping/provenEnvironment';
import { baseFolder } from '../config';
import type { HappeningTeller } from '../onboarding/happenings';
import type { CheckedWus } from './checkedWus';

/** What a check shows of the tasks of the onboarding: told to the first folder, as the address belongs to none. */
export function wusHappening({ setUp, name, at, outcome }: CheckedWus): HappeningTeller {
	return (folder) =>
		Promise.resolve(
			baseFolder()?.uri.toString() === folder.uri.toString()
				? [
						{
							kind: 'wus',
							when: at,
							environment: provenEnvironment(setUp.environment, setUp.url),
							answered: outcome.kind === 'answered',
							connection: name,
						},
					]
				: [],
		);
}
