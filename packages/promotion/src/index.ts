export { type Calendar, DAYS, type Day, isWithin, isZone, type Season, seasonAt, type Window } from './calendar.ts';
export { CHECK_TYPE, type Check, type CheckRun, parseCheck, renderCheck } from './check.ts';
export { DEFAULT_GATES, type Gate, type GatePolicy, parseGates, type Requirement, spanMs } from './policy.ts';
export { type Claim, type Facts, type GateVerdict, judgeGate, type Met } from './verdict.ts';
