/** What the commands about a CPA do: loaded when one of them is first asked for. */
export { askCpa } from './askCpa';
export { askComparison } from './compareCommand';
export { createCpaPanels } from './cpaPanels';
export { newMessage } from './newMessage';
