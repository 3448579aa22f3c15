import {campaignTest} from './campaign-test.js';
import {createPlan} from './plan.js';

campaignTest('version 1', {share: 280, planOf: seed => createPlan('v1', 'alone', seed)});
