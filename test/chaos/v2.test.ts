import {campaignTest} from './campaign-test.js';
import {createPlan} from './plan.js';

campaignTest('polling version 2', {share: 280, planOf: seed => createPlan('v2', 'alone', seed)});
