import {campaignTest} from './campaign-test.js';
import {createPlan} from './plan.js';

campaignTest('the WebSocket of version 2', {share: 240, planOf: seed => createPlan('websocket', 'alone', seed)});
