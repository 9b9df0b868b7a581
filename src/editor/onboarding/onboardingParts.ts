/** What the onboarding does: loaded when its view is first shown or one of its commands is asked for. */
export { createOnboarding } from './createOnboarding';
export { takeHappening } from './decideProposal';
export { onboardingCommands } from './onboardingCommands';
export { tick } from './taskCommands';
