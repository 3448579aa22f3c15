/** What details tell of every recorded flow: for each call and stay, what it came to, then its steps. Looked at line by line. */
export const flowLadders: Readonly<Record<string, readonly (readonly string[])[]>> = {
	l1: [
		[
			'Ended, talked 59 s',
			'15:01.2          Alice: rings',
			'15:07.8   +6.6 s Alice: answers',
			'15:07.9   +0.0 s Alice: stops ringing',
			'16:07.4  +59.5 s Alice: the call ends',
		],
	],
	l2: [
		['Not answered, rang 20 s', '15:01.2          Alice: rings', '15:21.6  +20.4 s Alice: stops ringing, not answered'],
	],
	l3: [
		[
			'Ended, talked 36 s',
			'15:01.2          Alice: calls Bruno',
			'15:05.1   +3.8 s Alice: Bruno answers',
			'15:05.1   +0.0 s Alice: the ringing ends',
			'15:42.0  +36.8 s Alice: the call ends',
		],
		[
			'Ended, talked 36 s',
			'15:01.2          Bruno: rings',
			'15:05.1   +3.8 s Bruno: answers',
			'15:05.1   +0.0 s Bruno: stops ringing',
			'15:42.0  +36.8 s Bruno: the call ends',
		],
	],
	l4: [],
	l5: [
		[
			'Ended, talked 59 s',
			'15:01.2          Alice: calls 06 39 98 00 01',
			'15:07.8   +6.6 s Alice: 06 39 98 00 01 answers',
			'15:07.9   +0.0 s Alice: the ringing ends',
			'16:07.4  +59.5 s Alice: the call ends',
		],
	],
	l6: [
		[
			'Ended, talked 59 s',
			'15:01.2          Alice: rings',
			'15:07.8   +6.6 s Alice: answers',
			'15:07.9   +0.0 s Alice: stops ringing',
			'15:29.8  +21.9 s Alice: puts the call on hold',
			'15:44.8  +15.0 s Alice: takes the call back',
			'16:07.4  +22.5 s Alice: the call ends',
		],
	],
	q1: [
		[
			'Answered by Alice after 8 s',
			'15:00.0          Support: joins the queue',
			'15:01.0   +1.0 s Support: rings Alice',
			'15:01.2   +0.2 s Alice: rings',
			'15:07.8   +6.6 s Alice: answers',
			'15:07.9   +0.0 s Alice: stops ringing',
			'15:08.0   +0.0 s Support: talks with Alice',
			'16:07.0  +59.0 s Support: end of the talk with Alice',
			'16:07.0   +0.0 s Support: leaves, served',
			'16:07.4   +0.4 s Alice: the call ends',
		],
		[
			'Ended, talked 59 s',
			'15:01.2          Alice: rings',
			'15:07.8   +6.6 s Alice: answers',
			'15:07.9   +0.0 s Alice: stops ringing',
			'16:07.4  +59.5 s Alice: the call ends',
		],
	],
	q10: [
		[
			'LOST: gave up after 10 s; 1 agent rung: 01 99 00 01 01 (telephone not registered)',
			'15:00.0          Support: joins the queue',
			'15:01.0   +1.0 s Support: rings 01 99 00 01 01',
			'15:01.0   +0.0 s Support: 01 99 00 01 01 does not take the call: telephone not registered',
			'15:06.0   +5.0 s Support: rings 01 99 00 01 01',
			'15:06.0   +0.0 s Support: 01 99 00 01 01 does not take the call: telephone not registered',
			'15:10.0   +4.0 s Support: LOST: gives up after 10 s',
		],
	],
	q11: [
		[
			'LOST: gave up after 8 s; 1 agent rung: 01 99 00 01 01 (answered when the caller was gone)',
			'15:00.0          Support: joins the queue',
			'15:01.0   +1.0 s Support: rings 01 99 00 01 01',
			'15:08.0   +7.0 s Support: 01 99 00 01 01 answers',
			'15:08.0   +0.0 s Support: LOST: gives up after 8 s',
			'15:09.0   +1.0 s Support: was not connected with 01 99 00 01 01',
		],
	],
	q2: [
		[
			'Answered by 01 99 00 01 02 after 9 s',
			'15:00.0          Support: joins the queue',
			'15:01.0   +1.0 s Support: rings 01 99 00 01 01',
			'15:01.0   +0.0 s Support: rings 01 99 00 01 02',
			'15:01.0   +0.0 s Support: rings 01 99 00 01 03',
			'15:09.0   +8.0 s Support: talks with 01 99 00 01 02',
			'15:09.0   +0.0 s Support: stops ringing 01 99 00 01 01: a colleague was faster',
			'15:09.0   +0.0 s Support: stops ringing 01 99 00 01 03: a colleague was faster',
			'15:40.0  +31.0 s Support: end of the talk with 01 99 00 01 02',
			'15:40.0   +0.0 s Support: leaves, served',
		],
	],
	q3: [
		[
			'LOST: gave up after 25 s; no agent was rung',
			'15:00.0          Support: joins the queue',
			'15:25.0  +25.0 s Support: LOST: gives up after 25 s',
		],
	],
	q4: [
		[
			'LOST: gave up after 12 s; 2 agents rung: 01 99 00 01 01 (the caller hung up), 01 99 00 01 02 (the caller hung up)',
			'15:00.0          Support: joins the queue',
			'15:01.0   +1.0 s Support: rings 01 99 00 01 01',
			'15:01.0   +0.0 s Support: rings 01 99 00 01 02',
			'15:12.0  +11.0 s Support: LOST: gives up after 12 s',
			'15:12.0   +0.0 s Support: stops ringing 01 99 00 01 01: the caller hung up',
			'15:12.0   +0.0 s Support: stops ringing 01 99 00 01 02: the caller hung up',
		],
	],
	q5: [
		[
			'LOST: waited too long, 60 s; no agent was rung',
			'15:00.0          Support: joins the queue',
			'16:00.0   +01:00 Support: LOST: waited too long, 60 s',
		],
	],
	q6: [
		[
			'LOST: no agent was there after 6 s',
			'15:00.0          Support: joins the queue',
			'15:06.0   +6.0 s Support: LOST: no agent was there after 6 s',
		],
	],
	q7: [
		[
			'Answered by 01 99 00 01 02 after 26 s',
			'15:00.0          Support: joins the queue',
			'15:01.0   +1.0 s Support: rings 01 99 00 01 01',
			'15:21.0  +20.0 s Support: 01 99 00 01 01 does not take the call: no answer',
			'15:21.0   +0.0 s Support: rings 01 99 00 01 02',
			'15:26.0   +5.0 s Support: talks with 01 99 00 01 02',
			'16:20.0  +54.0 s Support: end of the talk with 01 99 00 01 02',
			'16:20.0   +0.0 s Support: leaves, served',
		],
	],
	q8: [
		[
			'Answered by 01 99 00 01 01 after 6 s',
			'15:00.0          Support: joins the queue',
			'15:01.0   +1.0 s Support: rings 01 99 00 01 01',
			'15:06.0   +5.0 s Support: talks with 01 99 00 01 01',
			'15:50.0  +44.0 s Support: end of the talk with 01 99 00 01 01',
			'15:50.0   +0.0 s Support: leaves, served',
		],
		[
			'LOST: gave up after 27 s; no agent was rung',
			'15:03.0          Support: joins the queue',
			'15:30.0  +27.0 s Support: LOST: gives up after 27 s',
		],
	],
	q9: [
		[
			'Answered by 01 99 00 01 01 after 6 s',
			'15:00.0          Support: joins the queue',
			'15:01.0   +1.0 s Support: rings 01 99 00 01 01',
			'15:06.0   +5.0 s Support: talks with 01 99 00 01 01',
			'15:50.0  +44.0 s Support: end of the talk with 01 99 00 01 01',
			'15:50.0   +0.0 s Support: leaves, served',
		],
		[
			'Answered by 01 99 00 01 01 after 52 s',
			'15:03.0          Support: joins the queue',
			'15:51.0  +48.0 s Support: rings 01 99 00 01 01',
			'15:55.0   +4.0 s Support: talks with 01 99 00 01 01',
			'16:30.0  +35.0 s Support: end of the talk with 01 99 00 01 01',
			'16:30.0   +0.0 s Support: leaves, served',
		],
	],
};
