// Generated from schemas/*.schema.json by scripts/generate-types.mjs. Do not edit: change the schema and run `npm run types`.
// @ts-nocheck

export const terms = validate52;
const schema20 = {"type":"object","additionalProperties":false,"required":["id","title","stage","parties","agreement","data","ip","term","calendar","currency","rounding","acceptance","disputes","holds","grace","kpis","composite","gates","fees","duties","payment","amendments","review","exclusions","exit","dashboard","baseline"],"properties":{"id":{"type":"string"},"title":{"$ref":"#/$defs/text"},"stage":{"type":"string","enum":["pilot","live","ended"]},"parties":{"type":"object","additionalProperties":false,"required":["brand","provider"],"properties":{"brand":{"$ref":"#/$defs/partyTerms"},"provider":{"$ref":"#/$defs/partyTerms"}}},"agreement":{"anyOf":[{"type":"object","additionalProperties":false,"required":["number","sha256","prevails"],"properties":{"number":{"type":"string"},"sha256":{"type":"string"},"prevails":{"type":"string"}}},{"type":"null"}]},"data":{"type":"object","additionalProperties":false,"required":["owner","providerUse"],"properties":{"owner":{"$ref":"#/$defs/party"},"providerUse":{"type":"string"}}},"ip":{"anyOf":[{"type":"object","additionalProperties":false,"required":["creatives","site","accounts"],"properties":{"creatives":{"$ref":"#/$defs/party"},"site":{"$ref":"#/$defs/party"},"accounts":{"$ref":"#/$defs/party"}}},{"type":"null"}]},"term":{"$ref":"#/$defs/dateRange"},"calendar":{"type":"object","additionalProperties":false,"required":["every","timezone","lockAfterDays","trueUpPeriods"],"properties":{"every":{"$ref":"#/$defs/every"},"timezone":{"type":"string"},"lockAfterDays":{"type":"integer","minimum":0},"trueUpPeriods":{"type":"integer","minimum":0}}},"currency":{"type":"string"},"rounding":{"type":"string","enum":["half_even","half_up"]},"acceptance":{"type":"object","additionalProperties":false,"required":["days","silence"],"properties":{"days":{"type":"integer","minimum":0},"silence":{"type":"string","enum":["accepts","waits"]}}},"disputes":{"type":"object","additionalProperties":false,"required":["days","expert"],"properties":{"days":{"type":"integer","minimum":0},"expert":{"$ref":"#/$defs/text"}}},"holds":{"type":"object","additionalProperties":false,"required":["maxPeriods"],"properties":{"maxPeriods":{"type":"integer","minimum":0}}},"grace":{"anyOf":[{"type":"object","additionalProperties":false,"required":["from","periods","waives"],"properties":{"from":{"$ref":"#/$defs/period"},"periods":{"type":"integer","minimum":0},"waives":{"type":"array","items":{"type":"string"}}}},{"type":"null"}]},"kpis":{"type":"array","items":{"$ref":"#/$defs/kpi"},"minItems":1},"composite":{"type":"object","additionalProperties":false,"required":["rule","minWeightLeft"],"properties":{"rule":{"type":"string","enum":["weighted_mean","min"]},"minWeightLeft":{"$ref":"#/$defs/exact"}}},"gates":{"type":"array","items":{"$ref":"#/$defs/gate"}},"fees":{"type":"array","items":{"$ref":"#/$defs/fee"}},"duties":{"type":"array","items":{"$ref":"#/$defs/duty"}},"payment":{"anyOf":[{"type":"object","additionalProperties":false,"required":["dueDays"],"properties":{"dueDays":{"type":"integer","minimum":0}}},{"type":"null"}]},"amendments":{"anyOf":[{"type":"object","additionalProperties":false,"required":["noticeDays","maxTargetChange","maxDrift","minPeriodsBetween"],"properties":{"noticeDays":{"type":"integer","minimum":0},"maxTargetChange":{"$ref":"#/$defs/exactOrNull"},"maxDrift":{"$ref":"#/$defs/exactOrNull"},"minPeriodsBetween":{"type":["integer","null"],"minimum":0}}},{"type":"null"}]},"review":{"anyOf":[{"type":"object","additionalProperties":false,"required":["every"],"properties":{"every":{"$ref":"#/$defs/every"}}},{"type":"null"}]},"exclusions":{"anyOf":[{"type":"object","additionalProperties":false,"required":["fileWithinDays","maxDays"],"properties":{"fileWithinDays":{"type":"integer","minimum":0},"maxDays":{"type":"integer","minimum":0}}},{"type":"null"}]},"exit":{"anyOf":[{"type":"object","additionalProperties":false,"required":["noticeDays","handoverDays","checklist"],"properties":{"noticeDays":{"type":"integer","minimum":0},"handoverDays":{"type":"integer","minimum":0},"checklist":{"type":"array","items":{"type":"string"}}}},{"type":"null"}]},"dashboard":{"anyOf":[{"type":"object","additionalProperties":false,"required":["share"],"properties":{"share":{"type":"array","items":{"$ref":"#/$defs/party"}},"public":{"const":true}}},{"type":"null"}]},"watch":{"type":"array","items":{"type":"string"}},"baseline":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["metric","values"],"properties":{"metric":{"type":"string"},"values":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["period","value"],"properties":{"period":{"$ref":"#/$defs/period"},"value":{"$ref":"#/$defs/exact"}}}}}}}}};
const func1 = Object.prototype.hasOwnProperty;
const schema21 = {"type":["string","object"],"additionalProperties":false,"required":["en","zh"],"properties":{"en":{"type":"string"},"zh":{"type":"string"}}};

function validate54(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate54.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if((typeof data !== "string") && (!(data && typeof data == "object" && !Array.isArray(data)))){
validate54.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema21.type}}];
return false;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.en === undefined) && (missing0 = "en")) || ((data.zh === undefined) && (missing0 = "zh"))){
validate54.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "en") || (key0 === "zh"))){
validate54.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.en !== undefined){
const _errs2 = errors;
if(typeof data.en !== "string"){
validate54.errors = [{instancePath:instancePath+"/en",schemaPath:"#/properties/en/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.zh !== undefined){
const _errs4 = errors;
if(typeof data.zh !== "string"){
validate54.errors = [{instancePath:instancePath+"/zh",schemaPath:"#/properties/zh/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
validate54.errors = vErrors;
return errors === 0;
}
validate54.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate56(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate56.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.name === undefined) && (missing0 = "name")) || ((data.signatories === undefined) && (missing0 = "signatories"))) || ((data.required === undefined) && (missing0 = "required"))) || ((data.access === undefined) && (missing0 = "access"))){
validate56.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((((key0 === "name") || (key0 === "legal")) || (key0 === "signatories")) || (key0 === "required")) || (key0 === "access"))){
validate56.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.name !== undefined){
const _errs2 = errors;
if(!(validate54(data.name, {instancePath:instancePath+"/name",parentData:data,parentDataProperty:"name",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
errors = vErrors.length;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.legal !== undefined){
let data1 = data.legal;
const _errs3 = errors;
if(errors === _errs3){
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
let missing1;
if((data1.name === undefined) && (missing1 = "name")){
validate56.errors = [{instancePath:instancePath+"/legal",schemaPath:"#/properties/legal/required",keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
const _errs5 = errors;
for(const key1 in data1){
if(!(((key1 === "name") || (key1 === "taxId")) || (key1 === "address"))){
validate56.errors = [{instancePath:instancePath+"/legal",schemaPath:"#/properties/legal/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}}];
return false;
break;
}
}
if(_errs5 === errors){
if(data1.name !== undefined){
const _errs6 = errors;
if(typeof data1.name !== "string"){
validate56.errors = [{instancePath:instancePath+"/legal/name",schemaPath:"#/properties/legal/properties/name/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid1 = _errs6 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data1.taxId !== undefined){
const _errs8 = errors;
if(typeof data1.taxId !== "string"){
validate56.errors = [{instancePath:instancePath+"/legal/taxId",schemaPath:"#/properties/legal/properties/taxId/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid1 = _errs8 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data1.address !== undefined){
const _errs10 = errors;
if(typeof data1.address !== "string"){
validate56.errors = [{instancePath:instancePath+"/legal/address",schemaPath:"#/properties/legal/properties/address/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid1 = _errs10 === errors;
}
else {
var valid1 = true;
}
}
}
}
}
}
else {
validate56.errors = [{instancePath:instancePath+"/legal",schemaPath:"#/properties/legal/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.signatories !== undefined){
let data5 = data.signatories;
const _errs12 = errors;
if(errors === _errs12){
if(Array.isArray(data5)){
var valid2 = true;
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
const _errs14 = errors;
if(typeof data5[i0] !== "string"){
validate56.errors = [{instancePath:instancePath+"/signatories/" + i0,schemaPath:"#/properties/signatories/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid2 = _errs14 === errors;
if(!valid2){
break;
}
}
}
else {
validate56.errors = [{instancePath:instancePath+"/signatories",schemaPath:"#/properties/signatories/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.required !== undefined){
let data7 = data.required;
const _errs16 = errors;
if(!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))){
validate56.errors = [{instancePath:instancePath+"/required",schemaPath:"#/properties/required/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs16){
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 < 1 || isNaN(data7)){
validate56.errors = [{instancePath:instancePath+"/required",schemaPath:"#/properties/required/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
return false;
}
}
}
var valid0 = _errs16 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.access !== undefined){
let data8 = data.access;
const _errs18 = errors;
if(errors === _errs18){
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
let missing2;
if(((data8.analyst === undefined) && (missing2 = "analyst")) || ((data8.viewer === undefined) && (missing2 = "viewer"))){
validate56.errors = [{instancePath:instancePath+"/access",schemaPath:"#/properties/access/required",keyword:"required",params:{missingProperty: missing2}}];
return false;
}
else {
const _errs20 = errors;
for(const key2 in data8){
if(!((key2 === "analyst") || (key2 === "viewer"))){
validate56.errors = [{instancePath:instancePath+"/access",schemaPath:"#/properties/access/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}}];
return false;
break;
}
}
if(_errs20 === errors){
if(data8.analyst !== undefined){
let data9 = data8.analyst;
const _errs21 = errors;
if(errors === _errs21){
if(Array.isArray(data9)){
var valid4 = true;
const len1 = data9.length;
for(let i1=0; i1<len1; i1++){
const _errs23 = errors;
if(typeof data9[i1] !== "string"){
validate56.errors = [{instancePath:instancePath+"/access/analyst/" + i1,schemaPath:"#/properties/access/properties/analyst/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid4 = _errs23 === errors;
if(!valid4){
break;
}
}
}
else {
validate56.errors = [{instancePath:instancePath+"/access/analyst",schemaPath:"#/properties/access/properties/analyst/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid3 = _errs21 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data8.viewer !== undefined){
let data11 = data8.viewer;
const _errs25 = errors;
if(errors === _errs25){
if(Array.isArray(data11)){
var valid5 = true;
const len2 = data11.length;
for(let i2=0; i2<len2; i2++){
const _errs27 = errors;
if(typeof data11[i2] !== "string"){
validate56.errors = [{instancePath:instancePath+"/access/viewer/" + i2,schemaPath:"#/properties/access/properties/viewer/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid5 = _errs27 === errors;
if(!valid5){
break;
}
}
}
else {
validate56.errors = [{instancePath:instancePath+"/access/viewer",schemaPath:"#/properties/access/properties/viewer/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid3 = _errs25 === errors;
}
else {
var valid3 = true;
}
}
}
}
}
else {
validate56.errors = [{instancePath:instancePath+"/access",schemaPath:"#/properties/access/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs18 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
else {
validate56.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate56.errors = vErrors;
return errors === 0;
}
validate56.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema23 = {"type":"string","enum":["brand","provider"]};

function validate60(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate60.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(typeof data !== "string"){
validate60.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((data === "brand") || (data === "provider"))){
validate60.errors = [{instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema23.enum}}];
return false;
}
validate60.errors = vErrors;
return errors === 0;
}
validate60.evaluated = {"dynamicProps":false,"dynamicItems":false};

const pattern3 = new RegExp("^\\d{4}-\\d{2}-\\d{2}$", "u");

function validate66(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate66.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(typeof data === "string"){
if(!pattern3.test(data)){
validate66.errors = [{instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}$"}}];
return false;
}
}
else {
validate66.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
validate66.errors = vErrors;
return errors === 0;
}
validate66.evaluated = {"dynamicProps":false,"dynamicItems":false};


function validate65(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate65.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.from === undefined) && (missing0 = "from")) || ((data.to === undefined) && (missing0 = "to"))){
validate65.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "from") || (key0 === "to"))){
validate65.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.from !== undefined){
const _errs2 = errors;
if(!(validate66(data.from, {instancePath:instancePath+"/from",parentData:data,parentDataProperty:"from",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
errors = vErrors.length;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.to !== undefined){
const _errs3 = errors;
if(!(validate66(data.to, {instancePath:instancePath+"/to",parentData:data,parentDataProperty:"to",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
errors = vErrors.length;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
validate65.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate65.errors = vErrors;
return errors === 0;
}
validate65.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema26 = {"type":"string","enum":["month","quarter","week"]};

function validate70(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate70.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(typeof data !== "string"){
validate70.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!(((data === "month") || (data === "quarter")) || (data === "week"))){
validate70.errors = [{instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema26.enum}}];
return false;
}
validate70.errors = vErrors;
return errors === 0;
}
validate70.evaluated = {"dynamicProps":false,"dynamicItems":false};

const pattern4 = new RegExp("^\\d{4}-(0[1-9]|1[0-2]|Q[1-4]|W(0[1-9]|[1-4]\\d|5[0-3]))$", "u");

function validate73(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate73.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(typeof data === "string"){
if(!pattern4.test(data)){
validate73.errors = [{instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-(0[1-9]|1[0-2]|Q[1-4]|W(0[1-9]|[1-4]\\d|5[0-3]))$"}}];
return false;
}
}
else {
validate73.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
validate73.errors = vErrors;
return errors === 0;
}
validate73.evaluated = {"dynamicProps":false,"dynamicItems":false};

const schema28 = {"type":"object","additionalProperties":false,"required":["id","title","metric","owner","better","weight","target","threshold","stretch","cap","minimum","whenMissing","clause"],"properties":{"id":{"type":"string"},"title":{"$ref":"#/$defs/textOrNull"},"metric":{"type":"string"},"owner":{"$ref":"#/$defs/party"},"better":{"type":"string","enum":["higher","lower"]},"weight":{"$ref":"#/$defs/scheduledExact"},"target":{"$ref":"#/$defs/scheduledExact"},"threshold":{"anyOf":[{"$ref":"#/$defs/scheduledLevel"},{"type":"null"}]},"stretch":{"anyOf":[{"$ref":"#/$defs/scheduledLevel"},{"type":"null"}]},"cap":{"$ref":"#/$defs/scheduledExact"},"minimum":{"anyOf":[{"type":"object","additionalProperties":false,"required":["metric","atLeast"],"properties":{"metric":{"type":"string"},"atLeast":{"$ref":"#/$defs/scheduledExact"}}},{"type":"null"}]},"whenMissing":{"type":"string","enum":["hold","zero","exclude"]},"bridge":{"type":"array","items":{"type":"string","enum":["volume","mix","price","fx","refunds"]}},"clause":{"$ref":"#/$defs/clause"}}};

function validate76(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate76.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
const _errs0 = errors;
let valid0 = false;
const _errs1 = errors;
if(!(validate54(data, {instancePath,parentData,parentDataProperty,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
errors = vErrors.length;
}
var _valid0 = _errs1 === errors;
valid0 = valid0 || _valid0;
if(_valid0){
var props0 = true;
}
const _errs2 = errors;
if(data !== null){
const err0 = {instancePath,schemaPath:"#/anyOf/1/type",keyword:"type",params:{type: "null"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs2 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const err1 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
validate76.errors = vErrors;
return false;
}
else {
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
}
validate76.errors = vErrors;
evaluated0.props = props0;
return errors === 0;
}
validate76.evaluated = {"dynamicProps":true,"dynamicItems":false};

const pattern5 = new RegExp("^-?\\d+(\\.\\d+|/\\d+)?$", "u");

function validate82(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate82.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(typeof data === "string"){
if(!pattern5.test(data)){
validate82.errors = [{instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "^-?\\d+(\\.\\d+|/\\d+)?$"}}];
return false;
}
}
else {
validate82.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
validate82.errors = vErrors;
return errors === 0;
}
validate82.evaluated = {"dynamicProps":false,"dynamicItems":false};


function validate80(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate80.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(Array.isArray(data)){
if(data.length < 1){
validate80.errors = [{instancePath,schemaPath:"#/minItems",keyword:"minItems",params:{limit: 1}}];
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
const _errs1 = errors;
if(errors === _errs1){
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
let missing0;
if(((data0.from === undefined) && (missing0 = "from")) || ((data0.value === undefined) && (missing0 = "value"))){
validate80.errors = [{instancePath:instancePath+"/" + i0,schemaPath:"#/items/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs3 = errors;
for(const key0 in data0){
if(!((key0 === "from") || (key0 === "value"))){
validate80.errors = [{instancePath:instancePath+"/" + i0,schemaPath:"#/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs3 === errors){
if(data0.from !== undefined){
const _errs4 = errors;
if(!(validate73(data0.from, {instancePath:instancePath+"/" + i0+"/from",parentData:data0,parentDataProperty:"from",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate73.errors : vErrors.concat(validate73.errors);
errors = vErrors.length;
}
var valid1 = _errs4 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data0.value !== undefined){
const _errs5 = errors;
if(!(validate82(data0.value, {instancePath:instancePath+"/" + i0+"/value",parentData:data0,parentDataProperty:"value",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate82.errors : vErrors.concat(validate82.errors);
errors = vErrors.length;
}
var valid1 = _errs5 === errors;
}
else {
var valid1 = true;
}
}
}
}
}
else {
validate80.errors = [{instancePath:instancePath+"/" + i0,schemaPath:"#/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
}
}
else {
validate80.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
validate80.errors = vErrors;
return errors === 0;
}
validate80.evaluated = {"items":true,"dynamicProps":false,"dynamicItems":false};


function validate88(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate88.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
const _errs0 = errors;
let valid0 = false;
const _errs1 = errors;
if(errors === _errs1){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.value === undefined) && (missing0 = "value")){
const err0 = {instancePath,schemaPath:"#/anyOf/0/required",keyword:"required",params:{missingProperty: missing0}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
else {
const _errs3 = errors;
for(const key0 in data){
if(!(key0 === "value")){
const err1 = {instancePath,schemaPath:"#/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
break;
}
}
if(_errs3 === errors){
if(data.value !== undefined){
if(!(validate82(data.value, {instancePath:instancePath+"/value",parentData:data,parentDataProperty:"value",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate82.errors : vErrors.concat(validate82.errors);
errors = vErrors.length;
}
}
}
}
}
else {
const err2 = {instancePath,schemaPath:"#/anyOf/0/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
var _valid0 = _errs1 === errors;
valid0 = valid0 || _valid0;
if(_valid0){
var props0 = true;
}
const _errs5 = errors;
if(errors === _errs5){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing1;
if((data.times === undefined) && (missing1 = "times")){
const err3 = {instancePath,schemaPath:"#/anyOf/1/required",keyword:"required",params:{missingProperty: missing1}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
else {
const _errs7 = errors;
for(const key1 in data){
if(!(key1 === "times")){
const err4 = {instancePath,schemaPath:"#/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
break;
}
}
if(_errs7 === errors){
if(data.times !== undefined){
if(!(validate82(data.times, {instancePath:instancePath+"/times",parentData:data,parentDataProperty:"times",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate82.errors : vErrors.concat(validate82.errors);
errors = vErrors.length;
}
}
}
}
}
else {
const err5 = {instancePath,schemaPath:"#/anyOf/1/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
var _valid0 = _errs5 === errors;
valid0 = valid0 || _valid0;
if(_valid0){
if(props0 !== true){
props0 = true;
}
}
if(!valid0){
const err6 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
validate88.errors = vErrors;
return false;
}
else {
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
}
validate88.errors = vErrors;
evaluated0.props = props0;
return errors === 0;
}
validate88.evaluated = {"dynamicProps":true,"dynamicItems":false};


function validate86(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate86.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(Array.isArray(data)){
if(data.length < 1){
validate86.errors = [{instancePath,schemaPath:"#/minItems",keyword:"minItems",params:{limit: 1}}];
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
const _errs1 = errors;
if(errors === _errs1){
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
let missing0;
if(((data0.from === undefined) && (missing0 = "from")) || ((data0.value === undefined) && (missing0 = "value"))){
validate86.errors = [{instancePath:instancePath+"/" + i0,schemaPath:"#/items/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs3 = errors;
for(const key0 in data0){
if(!((key0 === "from") || (key0 === "value"))){
validate86.errors = [{instancePath:instancePath+"/" + i0,schemaPath:"#/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs3 === errors){
if(data0.from !== undefined){
const _errs4 = errors;
if(!(validate73(data0.from, {instancePath:instancePath+"/" + i0+"/from",parentData:data0,parentDataProperty:"from",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate73.errors : vErrors.concat(validate73.errors);
errors = vErrors.length;
}
var valid1 = _errs4 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data0.value !== undefined){
const _errs5 = errors;
if(!(validate88(data0.value, {instancePath:instancePath+"/" + i0+"/value",parentData:data0,parentDataProperty:"value",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate88.errors : vErrors.concat(validate88.errors);
errors = vErrors.length;
}
var valid1 = _errs5 === errors;
}
else {
var valid1 = true;
}
}
}
}
}
else {
validate86.errors = [{instancePath:instancePath+"/" + i0,schemaPath:"#/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
}
}
else {
validate86.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
validate86.errors = vErrors;
return errors === 0;
}
validate86.evaluated = {"items":true,"dynamicProps":false,"dynamicItems":false};


function validate96(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate96.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.file === undefined) && (missing0 = "file")) || ((data.line === undefined) && (missing0 = "line"))){
validate96.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "file") || (key0 === "line"))){
validate96.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.file !== undefined){
const _errs2 = errors;
if(typeof data.file !== "string"){
validate96.errors = [{instancePath:instancePath+"/file",schemaPath:"#/properties/file/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.line !== undefined){
let data1 = data.line;
const _errs4 = errors;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
validate96.errors = [{instancePath:instancePath+"/line",schemaPath:"#/properties/line/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs4){
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 < 1 || isNaN(data1)){
validate96.errors = [{instancePath:instancePath+"/line",schemaPath:"#/properties/line/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
return false;
}
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
validate96.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate96.errors = vErrors;
return errors === 0;
}
validate96.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate75(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate75.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((((((((data.id === undefined) && (missing0 = "id")) || ((data.title === undefined) && (missing0 = "title"))) || ((data.metric === undefined) && (missing0 = "metric"))) || ((data.owner === undefined) && (missing0 = "owner"))) || ((data.better === undefined) && (missing0 = "better"))) || ((data.weight === undefined) && (missing0 = "weight"))) || ((data.target === undefined) && (missing0 = "target"))) || ((data.threshold === undefined) && (missing0 = "threshold"))) || ((data.stretch === undefined) && (missing0 = "stretch"))) || ((data.cap === undefined) && (missing0 = "cap"))) || ((data.minimum === undefined) && (missing0 = "minimum"))) || ((data.whenMissing === undefined) && (missing0 = "whenMissing"))) || ((data.clause === undefined) && (missing0 = "clause"))){
validate75.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func1.call(schema28.properties, key0))){
validate75.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.id !== undefined){
const _errs2 = errors;
if(typeof data.id !== "string"){
validate75.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.title !== undefined){
const _errs4 = errors;
if(!(validate76(data.title, {instancePath:instancePath+"/title",parentData:data,parentDataProperty:"title",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors);
errors = vErrors.length;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.metric !== undefined){
const _errs5 = errors;
if(typeof data.metric !== "string"){
validate75.errors = [{instancePath:instancePath+"/metric",schemaPath:"#/properties/metric/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.owner !== undefined){
const _errs7 = errors;
if(!(validate60(data.owner, {instancePath:instancePath+"/owner",parentData:data,parentDataProperty:"owner",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate60.errors : vErrors.concat(validate60.errors);
errors = vErrors.length;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.better !== undefined){
let data4 = data.better;
const _errs8 = errors;
if(typeof data4 !== "string"){
validate75.errors = [{instancePath:instancePath+"/better",schemaPath:"#/properties/better/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((data4 === "higher") || (data4 === "lower"))){
validate75.errors = [{instancePath:instancePath+"/better",schemaPath:"#/properties/better/enum",keyword:"enum",params:{allowedValues: schema28.properties.better.enum}}];
return false;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.weight !== undefined){
const _errs10 = errors;
if(!(validate80(data.weight, {instancePath:instancePath+"/weight",parentData:data,parentDataProperty:"weight",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate80.errors : vErrors.concat(validate80.errors);
errors = vErrors.length;
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.target !== undefined){
const _errs11 = errors;
if(!(validate80(data.target, {instancePath:instancePath+"/target",parentData:data,parentDataProperty:"target",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate80.errors : vErrors.concat(validate80.errors);
errors = vErrors.length;
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.threshold !== undefined){
let data7 = data.threshold;
const _errs12 = errors;
const _errs13 = errors;
let valid1 = false;
const _errs14 = errors;
if(!(validate86(data7, {instancePath:instancePath+"/threshold",parentData:data,parentDataProperty:"threshold",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate86.errors : vErrors.concat(validate86.errors);
errors = vErrors.length;
}
var _valid0 = _errs14 === errors;
valid1 = valid1 || _valid0;
const _errs15 = errors;
if(data7 !== null){
const err0 = {instancePath:instancePath+"/threshold",schemaPath:"#/properties/threshold/anyOf/1/type",keyword:"type",params:{type: "null"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs15 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const err1 = {instancePath:instancePath+"/threshold",schemaPath:"#/properties/threshold/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
validate75.errors = vErrors;
return false;
}
else {
errors = _errs13;
if(vErrors !== null){
if(_errs13){
vErrors.length = _errs13;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.stretch !== undefined){
let data8 = data.stretch;
const _errs17 = errors;
const _errs18 = errors;
let valid2 = false;
const _errs19 = errors;
if(!(validate86(data8, {instancePath:instancePath+"/stretch",parentData:data,parentDataProperty:"stretch",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate86.errors : vErrors.concat(validate86.errors);
errors = vErrors.length;
}
var _valid1 = _errs19 === errors;
valid2 = valid2 || _valid1;
const _errs20 = errors;
if(data8 !== null){
const err2 = {instancePath:instancePath+"/stretch",schemaPath:"#/properties/stretch/anyOf/1/type",keyword:"type",params:{type: "null"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var _valid1 = _errs20 === errors;
valid2 = valid2 || _valid1;
if(!valid2){
const err3 = {instancePath:instancePath+"/stretch",schemaPath:"#/properties/stretch/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
validate75.errors = vErrors;
return false;
}
else {
errors = _errs18;
if(vErrors !== null){
if(_errs18){
vErrors.length = _errs18;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.cap !== undefined){
const _errs22 = errors;
if(!(validate80(data.cap, {instancePath:instancePath+"/cap",parentData:data,parentDataProperty:"cap",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate80.errors : vErrors.concat(validate80.errors);
errors = vErrors.length;
}
var valid0 = _errs22 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.minimum !== undefined){
let data10 = data.minimum;
const _errs23 = errors;
const _errs24 = errors;
let valid3 = false;
const _errs25 = errors;
if(errors === _errs25){
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
let missing1;
if(((data10.metric === undefined) && (missing1 = "metric")) || ((data10.atLeast === undefined) && (missing1 = "atLeast"))){
const err4 = {instancePath:instancePath+"/minimum",schemaPath:"#/properties/minimum/anyOf/0/required",keyword:"required",params:{missingProperty: missing1}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
else {
const _errs27 = errors;
for(const key1 in data10){
if(!((key1 === "metric") || (key1 === "atLeast"))){
const err5 = {instancePath:instancePath+"/minimum",schemaPath:"#/properties/minimum/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
break;
}
}
if(_errs27 === errors){
if(data10.metric !== undefined){
const _errs28 = errors;
if(typeof data10.metric !== "string"){
const err6 = {instancePath:instancePath+"/minimum/metric",schemaPath:"#/properties/minimum/anyOf/0/properties/metric/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
var valid4 = _errs28 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data10.atLeast !== undefined){
const _errs30 = errors;
if(!(validate80(data10.atLeast, {instancePath:instancePath+"/minimum/atLeast",parentData:data10,parentDataProperty:"atLeast",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate80.errors : vErrors.concat(validate80.errors);
errors = vErrors.length;
}
var valid4 = _errs30 === errors;
}
else {
var valid4 = true;
}
}
}
}
}
else {
const err7 = {instancePath:instancePath+"/minimum",schemaPath:"#/properties/minimum/anyOf/0/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
var _valid2 = _errs25 === errors;
valid3 = valid3 || _valid2;
const _errs31 = errors;
if(data10 !== null){
const err8 = {instancePath:instancePath+"/minimum",schemaPath:"#/properties/minimum/anyOf/1/type",keyword:"type",params:{type: "null"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
var _valid2 = _errs31 === errors;
valid3 = valid3 || _valid2;
if(!valid3){
const err9 = {instancePath:instancePath+"/minimum",schemaPath:"#/properties/minimum/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
validate75.errors = vErrors;
return false;
}
else {
errors = _errs24;
if(vErrors !== null){
if(_errs24){
vErrors.length = _errs24;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs23 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.whenMissing !== undefined){
let data13 = data.whenMissing;
const _errs33 = errors;
if(typeof data13 !== "string"){
validate75.errors = [{instancePath:instancePath+"/whenMissing",schemaPath:"#/properties/whenMissing/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!(((data13 === "hold") || (data13 === "zero")) || (data13 === "exclude"))){
validate75.errors = [{instancePath:instancePath+"/whenMissing",schemaPath:"#/properties/whenMissing/enum",keyword:"enum",params:{allowedValues: schema28.properties.whenMissing.enum}}];
return false;
}
var valid0 = _errs33 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.bridge !== undefined){
let data14 = data.bridge;
const _errs35 = errors;
if(errors === _errs35){
if(Array.isArray(data14)){
var valid5 = true;
const len0 = data14.length;
for(let i0=0; i0<len0; i0++){
let data15 = data14[i0];
const _errs37 = errors;
if(typeof data15 !== "string"){
validate75.errors = [{instancePath:instancePath+"/bridge/" + i0,schemaPath:"#/properties/bridge/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!(((((data15 === "volume") || (data15 === "mix")) || (data15 === "price")) || (data15 === "fx")) || (data15 === "refunds"))){
validate75.errors = [{instancePath:instancePath+"/bridge/" + i0,schemaPath:"#/properties/bridge/items/enum",keyword:"enum",params:{allowedValues: schema28.properties.bridge.items.enum}}];
return false;
}
var valid5 = _errs37 === errors;
if(!valid5){
break;
}
}
}
else {
validate75.errors = [{instancePath:instancePath+"/bridge",schemaPath:"#/properties/bridge/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs35 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.clause !== undefined){
const _errs39 = errors;
if(!(validate96(data.clause, {instancePath:instancePath+"/clause",parentData:data,parentDataProperty:"clause",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate96.errors : vErrors.concat(validate96.errors);
errors = vErrors.length;
}
var valid0 = _errs39 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate75.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate75.errors = vErrors;
return errors === 0;
}
validate75.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema35 = {"type":"object","additionalProperties":false,"required":["id","metric","limit","value","blocks","clause"],"properties":{"id":{"type":"string"},"metric":{"type":"string"},"limit":{"type":"string","enum":["atLeast","atMost"]},"value":{"$ref":"#/$defs/scheduledExact"},"blocks":{"type":"array","items":{"type":"string"}},"clause":{"$ref":"#/$defs/clause"}}};

function validate100(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate100.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((data.id === undefined) && (missing0 = "id")) || ((data.metric === undefined) && (missing0 = "metric"))) || ((data.limit === undefined) && (missing0 = "limit"))) || ((data.value === undefined) && (missing0 = "value"))) || ((data.blocks === undefined) && (missing0 = "blocks"))) || ((data.clause === undefined) && (missing0 = "clause"))){
validate100.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((((key0 === "id") || (key0 === "metric")) || (key0 === "limit")) || (key0 === "value")) || (key0 === "blocks")) || (key0 === "clause"))){
validate100.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.id !== undefined){
const _errs2 = errors;
if(typeof data.id !== "string"){
validate100.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.metric !== undefined){
const _errs4 = errors;
if(typeof data.metric !== "string"){
validate100.errors = [{instancePath:instancePath+"/metric",schemaPath:"#/properties/metric/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.limit !== undefined){
let data2 = data.limit;
const _errs6 = errors;
if(typeof data2 !== "string"){
validate100.errors = [{instancePath:instancePath+"/limit",schemaPath:"#/properties/limit/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((data2 === "atLeast") || (data2 === "atMost"))){
validate100.errors = [{instancePath:instancePath+"/limit",schemaPath:"#/properties/limit/enum",keyword:"enum",params:{allowedValues: schema35.properties.limit.enum}}];
return false;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.value !== undefined){
const _errs8 = errors;
if(!(validate80(data.value, {instancePath:instancePath+"/value",parentData:data,parentDataProperty:"value",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate80.errors : vErrors.concat(validate80.errors);
errors = vErrors.length;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.blocks !== undefined){
let data4 = data.blocks;
const _errs9 = errors;
if(errors === _errs9){
if(Array.isArray(data4)){
var valid1 = true;
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
const _errs11 = errors;
if(typeof data4[i0] !== "string"){
validate100.errors = [{instancePath:instancePath+"/blocks/" + i0,schemaPath:"#/properties/blocks/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid1 = _errs11 === errors;
if(!valid1){
break;
}
}
}
else {
validate100.errors = [{instancePath:instancePath+"/blocks",schemaPath:"#/properties/blocks/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.clause !== undefined){
const _errs13 = errors;
if(!(validate96(data.clause, {instancePath:instancePath+"/clause",parentData:data,parentDataProperty:"clause",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate96.errors : vErrors.concat(validate96.errors);
errors = vErrors.length;
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
else {
validate100.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate100.errors = vErrors;
return errors === 0;
}
validate100.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate105(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate105.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((data.id === undefined) && (missing0 = "id")) || ((data.title === undefined) && (missing0 = "title"))) || ((data.clause === undefined) && (missing0 = "clause"))) || ((data.kind === undefined) && (missing0 = "kind"))) || ((data.amount === undefined) && (missing0 = "amount"))) || ((data.prorate === undefined) && (missing0 = "prorate"))){
validate105.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((((key0 === "id") || (key0 === "title")) || (key0 === "clause")) || (key0 === "kind")) || (key0 === "amount")) || (key0 === "prorate"))){
validate105.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.id !== undefined){
const _errs2 = errors;
if(typeof data.id !== "string"){
validate105.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.title !== undefined){
const _errs4 = errors;
if(!(validate76(data.title, {instancePath:instancePath+"/title",parentData:data,parentDataProperty:"title",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors);
errors = vErrors.length;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.clause !== undefined){
const _errs5 = errors;
if(!(validate96(data.clause, {instancePath:instancePath+"/clause",parentData:data,parentDataProperty:"clause",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate96.errors : vErrors.concat(validate96.errors);
errors = vErrors.length;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.kind !== undefined){
const _errs6 = errors;
if("retainer" !== data.kind){
validate105.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "retainer"}}];
return false;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.amount !== undefined){
const _errs7 = errors;
if(!(validate80(data.amount, {instancePath:instancePath+"/amount",parentData:data,parentDataProperty:"amount",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate80.errors : vErrors.concat(validate80.errors);
errors = vErrors.length;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.prorate !== undefined){
const _errs8 = errors;
if(typeof data.prorate !== "boolean"){
validate105.errors = [{instancePath:instancePath+"/prorate",schemaPath:"#/properties/prorate/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
else {
validate105.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate105.errors = vErrors;
return errors === 0;
}
validate105.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema38 = {"type":"object","additionalProperties":false,"required":["id","title","clause","kind","base","tiers","mode","accumulate"],"properties":{"id":{"type":"string"},"title":{"$ref":"#/$defs/textOrNull"},"clause":{"$ref":"#/$defs/clause"},"kind":{"const":"commission"},"base":{"type":"string"},"tiers":{"$ref":"#/$defs/scheduledSteps"},"mode":{"type":"string","enum":["marginal","whole"]},"accumulate":{"type":"string","enum":["period","term"]}}};

function validate114(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate114.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.at === undefined) && (missing0 = "at")) || ((data.value === undefined) && (missing0 = "value"))){
validate114.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "at") || (key0 === "value"))){
validate114.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.at !== undefined){
const _errs2 = errors;
if(!(validate82(data.at, {instancePath:instancePath+"/at",parentData:data,parentDataProperty:"at",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate82.errors : vErrors.concat(validate82.errors);
errors = vErrors.length;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.value !== undefined){
const _errs3 = errors;
if(!(validate82(data.value, {instancePath:instancePath+"/value",parentData:data,parentDataProperty:"value",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate82.errors : vErrors.concat(validate82.errors);
errors = vErrors.length;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
validate114.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate114.errors = vErrors;
return errors === 0;
}
validate114.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate112(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate112.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(Array.isArray(data)){
if(data.length < 1){
validate112.errors = [{instancePath,schemaPath:"#/minItems",keyword:"minItems",params:{limit: 1}}];
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
const _errs1 = errors;
if(errors === _errs1){
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
let missing0;
if(((data0.from === undefined) && (missing0 = "from")) || ((data0.value === undefined) && (missing0 = "value"))){
validate112.errors = [{instancePath:instancePath+"/" + i0,schemaPath:"#/items/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs3 = errors;
for(const key0 in data0){
if(!((key0 === "from") || (key0 === "value"))){
validate112.errors = [{instancePath:instancePath+"/" + i0,schemaPath:"#/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs3 === errors){
if(data0.from !== undefined){
const _errs4 = errors;
if(!(validate73(data0.from, {instancePath:instancePath+"/" + i0+"/from",parentData:data0,parentDataProperty:"from",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate73.errors : vErrors.concat(validate73.errors);
errors = vErrors.length;
}
var valid1 = _errs4 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data0.value !== undefined){
let data2 = data0.value;
const _errs5 = errors;
if(errors === _errs5){
if(Array.isArray(data2)){
if(data2.length < 1){
validate112.errors = [{instancePath:instancePath+"/" + i0+"/value",schemaPath:"#/items/properties/value/minItems",keyword:"minItems",params:{limit: 1}}];
return false;
}
else {
var valid2 = true;
const len1 = data2.length;
for(let i1=0; i1<len1; i1++){
const _errs7 = errors;
if(!(validate114(data2[i1], {instancePath:instancePath+"/" + i0+"/value/" + i1,parentData:data2,parentDataProperty:i1,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate114.errors : vErrors.concat(validate114.errors);
errors = vErrors.length;
}
var valid2 = _errs7 === errors;
if(!valid2){
break;
}
}
}
}
else {
validate112.errors = [{instancePath:instancePath+"/" + i0+"/value",schemaPath:"#/items/properties/value/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid1 = _errs5 === errors;
}
else {
var valid1 = true;
}
}
}
}
}
else {
validate112.errors = [{instancePath:instancePath+"/" + i0,schemaPath:"#/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
}
}
else {
validate112.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
validate112.errors = vErrors;
return errors === 0;
}
validate112.evaluated = {"items":true,"dynamicProps":false,"dynamicItems":false};


function validate109(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate109.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((((data.id === undefined) && (missing0 = "id")) || ((data.title === undefined) && (missing0 = "title"))) || ((data.clause === undefined) && (missing0 = "clause"))) || ((data.kind === undefined) && (missing0 = "kind"))) || ((data.base === undefined) && (missing0 = "base"))) || ((data.tiers === undefined) && (missing0 = "tiers"))) || ((data.mode === undefined) && (missing0 = "mode"))) || ((data.accumulate === undefined) && (missing0 = "accumulate"))){
validate109.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((((((key0 === "id") || (key0 === "title")) || (key0 === "clause")) || (key0 === "kind")) || (key0 === "base")) || (key0 === "tiers")) || (key0 === "mode")) || (key0 === "accumulate"))){
validate109.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.id !== undefined){
const _errs2 = errors;
if(typeof data.id !== "string"){
validate109.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.title !== undefined){
const _errs4 = errors;
if(!(validate76(data.title, {instancePath:instancePath+"/title",parentData:data,parentDataProperty:"title",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors);
errors = vErrors.length;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.clause !== undefined){
const _errs5 = errors;
if(!(validate96(data.clause, {instancePath:instancePath+"/clause",parentData:data,parentDataProperty:"clause",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate96.errors : vErrors.concat(validate96.errors);
errors = vErrors.length;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.kind !== undefined){
const _errs6 = errors;
if("commission" !== data.kind){
validate109.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "commission"}}];
return false;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.base !== undefined){
const _errs7 = errors;
if(typeof data.base !== "string"){
validate109.errors = [{instancePath:instancePath+"/base",schemaPath:"#/properties/base/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.tiers !== undefined){
const _errs9 = errors;
if(!(validate112(data.tiers, {instancePath:instancePath+"/tiers",parentData:data,parentDataProperty:"tiers",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate112.errors : vErrors.concat(validate112.errors);
errors = vErrors.length;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.mode !== undefined){
let data6 = data.mode;
const _errs10 = errors;
if(typeof data6 !== "string"){
validate109.errors = [{instancePath:instancePath+"/mode",schemaPath:"#/properties/mode/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((data6 === "marginal") || (data6 === "whole"))){
validate109.errors = [{instancePath:instancePath+"/mode",schemaPath:"#/properties/mode/enum",keyword:"enum",params:{allowedValues: schema38.properties.mode.enum}}];
return false;
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.accumulate !== undefined){
let data7 = data.accumulate;
const _errs12 = errors;
if(typeof data7 !== "string"){
validate109.errors = [{instancePath:instancePath+"/accumulate",schemaPath:"#/properties/accumulate/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((data7 === "period") || (data7 === "term"))){
validate109.errors = [{instancePath:instancePath+"/accumulate",schemaPath:"#/properties/accumulate/enum",keyword:"enum",params:{allowedValues: schema38.properties.accumulate.enum}}];
return false;
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
else {
validate109.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate109.errors = vErrors;
return errors === 0;
}
validate109.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate119(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate119.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((data.id === undefined) && (missing0 = "id")) || ((data.title === undefined) && (missing0 = "title"))) || ((data.clause === undefined) && (missing0 = "clause"))) || ((data.kind === undefined) && (missing0 = "kind"))) || ((data.quantity === undefined) && (missing0 = "quantity"))) || ((data.price === undefined) && (missing0 = "price"))){
validate119.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((((key0 === "id") || (key0 === "title")) || (key0 === "clause")) || (key0 === "kind")) || (key0 === "quantity")) || (key0 === "price"))){
validate119.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.id !== undefined){
const _errs2 = errors;
if(typeof data.id !== "string"){
validate119.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.title !== undefined){
const _errs4 = errors;
if(!(validate76(data.title, {instancePath:instancePath+"/title",parentData:data,parentDataProperty:"title",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors);
errors = vErrors.length;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.clause !== undefined){
const _errs5 = errors;
if(!(validate96(data.clause, {instancePath:instancePath+"/clause",parentData:data,parentDataProperty:"clause",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate96.errors : vErrors.concat(validate96.errors);
errors = vErrors.length;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.kind !== undefined){
const _errs6 = errors;
if("unit_price" !== data.kind){
validate119.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "unit_price"}}];
return false;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.quantity !== undefined){
const _errs7 = errors;
if(typeof data.quantity !== "string"){
validate119.errors = [{instancePath:instancePath+"/quantity",schemaPath:"#/properties/quantity/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.price !== undefined){
const _errs9 = errors;
if(!(validate80(data.price, {instancePath:instancePath+"/price",parentData:data,parentDataProperty:"price",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate80.errors : vErrors.concat(validate80.errors);
errors = vErrors.length;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
else {
validate119.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate119.errors = vErrors;
return errors === 0;
}
validate119.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema42 = {"type":"object","additionalProperties":false,"required":["id","title","clause","kind","pool","by","points","shape","prorate"],"properties":{"id":{"type":"string"},"title":{"$ref":"#/$defs/textOrNull"},"clause":{"$ref":"#/$defs/clause"},"kind":{"const":"bonus"},"pool":{"$ref":"#/$defs/scheduledExact"},"by":{"type":"string"},"points":{"$ref":"#/$defs/scheduledSteps"},"shape":{"type":"string","enum":["step","linear"]},"prorate":{"type":"boolean"}}};

function validate123(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate123.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((((data.id === undefined) && (missing0 = "id")) || ((data.title === undefined) && (missing0 = "title"))) || ((data.clause === undefined) && (missing0 = "clause"))) || ((data.kind === undefined) && (missing0 = "kind"))) || ((data.pool === undefined) && (missing0 = "pool"))) || ((data.by === undefined) && (missing0 = "by"))) || ((data.points === undefined) && (missing0 = "points"))) || ((data.shape === undefined) && (missing0 = "shape"))) || ((data.prorate === undefined) && (missing0 = "prorate"))){
validate123.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func1.call(schema42.properties, key0))){
validate123.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.id !== undefined){
const _errs2 = errors;
if(typeof data.id !== "string"){
validate123.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.title !== undefined){
const _errs4 = errors;
if(!(validate76(data.title, {instancePath:instancePath+"/title",parentData:data,parentDataProperty:"title",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors);
errors = vErrors.length;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.clause !== undefined){
const _errs5 = errors;
if(!(validate96(data.clause, {instancePath:instancePath+"/clause",parentData:data,parentDataProperty:"clause",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate96.errors : vErrors.concat(validate96.errors);
errors = vErrors.length;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.kind !== undefined){
const _errs6 = errors;
if("bonus" !== data.kind){
validate123.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "bonus"}}];
return false;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.pool !== undefined){
const _errs7 = errors;
if(!(validate80(data.pool, {instancePath:instancePath+"/pool",parentData:data,parentDataProperty:"pool",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate80.errors : vErrors.concat(validate80.errors);
errors = vErrors.length;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.by !== undefined){
const _errs8 = errors;
if(typeof data.by !== "string"){
validate123.errors = [{instancePath:instancePath+"/by",schemaPath:"#/properties/by/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.points !== undefined){
const _errs10 = errors;
if(!(validate112(data.points, {instancePath:instancePath+"/points",parentData:data,parentDataProperty:"points",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate112.errors : vErrors.concat(validate112.errors);
errors = vErrors.length;
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.shape !== undefined){
let data7 = data.shape;
const _errs11 = errors;
if(typeof data7 !== "string"){
validate123.errors = [{instancePath:instancePath+"/shape",schemaPath:"#/properties/shape/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((data7 === "step") || (data7 === "linear"))){
validate123.errors = [{instancePath:instancePath+"/shape",schemaPath:"#/properties/shape/enum",keyword:"enum",params:{allowedValues: schema42.properties.shape.enum}}];
return false;
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.prorate !== undefined){
const _errs13 = errors;
if(typeof data.prorate !== "boolean"){
validate123.errors = [{instancePath:instancePath+"/prorate",schemaPath:"#/properties/prorate/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate123.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate123.errors = vErrors;
return errors === 0;
}
validate123.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate128(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate128.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((data.id === undefined) && (missing0 = "id")) || ((data.title === undefined) && (missing0 = "title"))) || ((data.clause === undefined) && (missing0 = "clause"))) || ((data.kind === undefined) && (missing0 = "kind"))) || ((data.amount === undefined) && (missing0 = "amount"))) || ((data.due === undefined) && (missing0 = "due"))) || ((data.reach === undefined) && (missing0 = "reach"))){
validate128.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((((((key0 === "id") || (key0 === "title")) || (key0 === "clause")) || (key0 === "kind")) || (key0 === "amount")) || (key0 === "due")) || (key0 === "reach"))){
validate128.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.id !== undefined){
const _errs2 = errors;
if(typeof data.id !== "string"){
validate128.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.title !== undefined){
const _errs4 = errors;
if(!(validate76(data.title, {instancePath:instancePath+"/title",parentData:data,parentDataProperty:"title",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors);
errors = vErrors.length;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.clause !== undefined){
const _errs5 = errors;
if(!(validate96(data.clause, {instancePath:instancePath+"/clause",parentData:data,parentDataProperty:"clause",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate96.errors : vErrors.concat(validate96.errors);
errors = vErrors.length;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.kind !== undefined){
const _errs6 = errors;
if("milestone" !== data.kind){
validate128.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "milestone"}}];
return false;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.amount !== undefined){
const _errs7 = errors;
if(!(validate80(data.amount, {instancePath:instancePath+"/amount",parentData:data,parentDataProperty:"amount",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate80.errors : vErrors.concat(validate80.errors);
errors = vErrors.length;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.due !== undefined){
const _errs8 = errors;
if(!(validate66(data.due, {instancePath:instancePath+"/due",parentData:data,parentDataProperty:"due",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
errors = vErrors.length;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.reach !== undefined){
let data6 = data.reach;
const _errs9 = errors;
const _errs10 = errors;
let valid1 = false;
const _errs11 = errors;
if(errors === _errs11){
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
let missing1;
if(((data6.metric === undefined) && (missing1 = "metric")) || ((data6.atLeast === undefined) && (missing1 = "atLeast"))){
const err0 = {instancePath:instancePath+"/reach",schemaPath:"#/properties/reach/anyOf/0/required",keyword:"required",params:{missingProperty: missing1}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
else {
const _errs13 = errors;
for(const key1 in data6){
if(!((key1 === "metric") || (key1 === "atLeast"))){
const err1 = {instancePath:instancePath+"/reach",schemaPath:"#/properties/reach/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
break;
}
}
if(_errs13 === errors){
if(data6.metric !== undefined){
const _errs14 = errors;
if(typeof data6.metric !== "string"){
const err2 = {instancePath:instancePath+"/reach/metric",schemaPath:"#/properties/reach/anyOf/0/properties/metric/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var valid2 = _errs14 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data6.atLeast !== undefined){
const _errs16 = errors;
if(!(validate80(data6.atLeast, {instancePath:instancePath+"/reach/atLeast",parentData:data6,parentDataProperty:"atLeast",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate80.errors : vErrors.concat(validate80.errors);
errors = vErrors.length;
}
var valid2 = _errs16 === errors;
}
else {
var valid2 = true;
}
}
}
}
}
else {
const err3 = {instancePath:instancePath+"/reach",schemaPath:"#/properties/reach/anyOf/0/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
var _valid0 = _errs11 === errors;
valid1 = valid1 || _valid0;
const _errs17 = errors;
if(data6 !== null){
const err4 = {instancePath:instancePath+"/reach",schemaPath:"#/properties/reach/anyOf/1/type",keyword:"type",params:{type: "null"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
var _valid0 = _errs17 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const err5 = {instancePath:instancePath+"/reach",schemaPath:"#/properties/reach/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
validate128.errors = vErrors;
return false;
}
else {
errors = _errs10;
if(vErrors !== null){
if(_errs10){
vErrors.length = _errs10;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
else {
validate128.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate128.errors = vErrors;
return errors === 0;
}
validate128.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema44 = {"type":"object","additionalProperties":false,"required":["id","title","clause","kind","metric","better","target","over","deadband","pays","onEarlyEnd"],"properties":{"id":{"type":"string"},"title":{"$ref":"#/$defs/textOrNull"},"clause":{"$ref":"#/$defs/clause"},"kind":{"const":"wager"},"metric":{"type":"string"},"better":{"type":"string","enum":["higher","lower"]},"target":{"$ref":"#/$defs/scheduledExact"},"over":{"type":"string","enum":["term","quarter"]},"deadband":{"$ref":"#/$defs/scheduledExact"},"pays":{"anyOf":[{"type":"object","additionalProperties":false,"required":["rate","limit"],"properties":{"rate":{"$ref":"#/$defs/scheduledExact"},"limit":{"$ref":"#/$defs/scheduledExact"}}},{"type":"object","additionalProperties":false,"required":["stake"],"properties":{"stake":{"$ref":"#/$defs/scheduledExact"}}}]},"onEarlyEnd":{"type":"string","enum":["void","scale"]}}};

function validate134(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate134.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((((((data.id === undefined) && (missing0 = "id")) || ((data.title === undefined) && (missing0 = "title"))) || ((data.clause === undefined) && (missing0 = "clause"))) || ((data.kind === undefined) && (missing0 = "kind"))) || ((data.metric === undefined) && (missing0 = "metric"))) || ((data.better === undefined) && (missing0 = "better"))) || ((data.target === undefined) && (missing0 = "target"))) || ((data.over === undefined) && (missing0 = "over"))) || ((data.deadband === undefined) && (missing0 = "deadband"))) || ((data.pays === undefined) && (missing0 = "pays"))) || ((data.onEarlyEnd === undefined) && (missing0 = "onEarlyEnd"))){
validate134.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func1.call(schema44.properties, key0))){
validate134.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.id !== undefined){
const _errs2 = errors;
if(typeof data.id !== "string"){
validate134.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.title !== undefined){
const _errs4 = errors;
if(!(validate76(data.title, {instancePath:instancePath+"/title",parentData:data,parentDataProperty:"title",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors);
errors = vErrors.length;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.clause !== undefined){
const _errs5 = errors;
if(!(validate96(data.clause, {instancePath:instancePath+"/clause",parentData:data,parentDataProperty:"clause",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate96.errors : vErrors.concat(validate96.errors);
errors = vErrors.length;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.kind !== undefined){
const _errs6 = errors;
if("wager" !== data.kind){
validate134.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "wager"}}];
return false;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.metric !== undefined){
const _errs7 = errors;
if(typeof data.metric !== "string"){
validate134.errors = [{instancePath:instancePath+"/metric",schemaPath:"#/properties/metric/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.better !== undefined){
let data5 = data.better;
const _errs9 = errors;
if(typeof data5 !== "string"){
validate134.errors = [{instancePath:instancePath+"/better",schemaPath:"#/properties/better/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((data5 === "higher") || (data5 === "lower"))){
validate134.errors = [{instancePath:instancePath+"/better",schemaPath:"#/properties/better/enum",keyword:"enum",params:{allowedValues: schema44.properties.better.enum}}];
return false;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.target !== undefined){
const _errs11 = errors;
if(!(validate80(data.target, {instancePath:instancePath+"/target",parentData:data,parentDataProperty:"target",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate80.errors : vErrors.concat(validate80.errors);
errors = vErrors.length;
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.over !== undefined){
let data7 = data.over;
const _errs12 = errors;
if(typeof data7 !== "string"){
validate134.errors = [{instancePath:instancePath+"/over",schemaPath:"#/properties/over/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((data7 === "term") || (data7 === "quarter"))){
validate134.errors = [{instancePath:instancePath+"/over",schemaPath:"#/properties/over/enum",keyword:"enum",params:{allowedValues: schema44.properties.over.enum}}];
return false;
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.deadband !== undefined){
const _errs14 = errors;
if(!(validate80(data.deadband, {instancePath:instancePath+"/deadband",parentData:data,parentDataProperty:"deadband",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate80.errors : vErrors.concat(validate80.errors);
errors = vErrors.length;
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.pays !== undefined){
let data9 = data.pays;
const _errs15 = errors;
const _errs16 = errors;
let valid1 = false;
const _errs17 = errors;
if(errors === _errs17){
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
let missing1;
if(((data9.rate === undefined) && (missing1 = "rate")) || ((data9.limit === undefined) && (missing1 = "limit"))){
const err0 = {instancePath:instancePath+"/pays",schemaPath:"#/properties/pays/anyOf/0/required",keyword:"required",params:{missingProperty: missing1}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
else {
const _errs19 = errors;
for(const key1 in data9){
if(!((key1 === "rate") || (key1 === "limit"))){
const err1 = {instancePath:instancePath+"/pays",schemaPath:"#/properties/pays/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
break;
}
}
if(_errs19 === errors){
if(data9.rate !== undefined){
const _errs20 = errors;
if(!(validate80(data9.rate, {instancePath:instancePath+"/pays/rate",parentData:data9,parentDataProperty:"rate",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate80.errors : vErrors.concat(validate80.errors);
errors = vErrors.length;
}
var valid2 = _errs20 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data9.limit !== undefined){
const _errs21 = errors;
if(!(validate80(data9.limit, {instancePath:instancePath+"/pays/limit",parentData:data9,parentDataProperty:"limit",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate80.errors : vErrors.concat(validate80.errors);
errors = vErrors.length;
}
var valid2 = _errs21 === errors;
}
else {
var valid2 = true;
}
}
}
}
}
else {
const err2 = {instancePath:instancePath+"/pays",schemaPath:"#/properties/pays/anyOf/0/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
var _valid0 = _errs17 === errors;
valid1 = valid1 || _valid0;
if(_valid0){
var props1 = true;
}
const _errs22 = errors;
if(errors === _errs22){
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
let missing2;
if((data9.stake === undefined) && (missing2 = "stake")){
const err3 = {instancePath:instancePath+"/pays",schemaPath:"#/properties/pays/anyOf/1/required",keyword:"required",params:{missingProperty: missing2}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
else {
const _errs24 = errors;
for(const key2 in data9){
if(!(key2 === "stake")){
const err4 = {instancePath:instancePath+"/pays",schemaPath:"#/properties/pays/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
break;
}
}
if(_errs24 === errors){
if(data9.stake !== undefined){
if(!(validate80(data9.stake, {instancePath:instancePath+"/pays/stake",parentData:data9,parentDataProperty:"stake",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate80.errors : vErrors.concat(validate80.errors);
errors = vErrors.length;
}
}
}
}
}
else {
const err5 = {instancePath:instancePath+"/pays",schemaPath:"#/properties/pays/anyOf/1/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
var _valid0 = _errs22 === errors;
valid1 = valid1 || _valid0;
if(_valid0){
if(props1 !== true){
props1 = true;
}
}
if(!valid1){
const err6 = {instancePath:instancePath+"/pays",schemaPath:"#/properties/pays/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
validate134.errors = vErrors;
return false;
}
else {
errors = _errs16;
if(vErrors !== null){
if(_errs16){
vErrors.length = _errs16;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs15 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.onEarlyEnd !== undefined){
let data13 = data.onEarlyEnd;
const _errs26 = errors;
if(typeof data13 !== "string"){
validate134.errors = [{instancePath:instancePath+"/onEarlyEnd",schemaPath:"#/properties/onEarlyEnd/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((data13 === "void") || (data13 === "scale"))){
validate134.errors = [{instancePath:instancePath+"/onEarlyEnd",schemaPath:"#/properties/onEarlyEnd/enum",keyword:"enum",params:{allowedValues: schema44.properties.onEarlyEnd.enum}}];
return false;
}
var valid0 = _errs26 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate134.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate134.errors = vErrors;
return errors === 0;
}
validate134.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate142(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate142.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((data.id === undefined) && (missing0 = "id")) || ((data.title === undefined) && (missing0 = "title"))) || ((data.clause === undefined) && (missing0 = "clause"))) || ((data.kind === undefined) && (missing0 = "kind"))) || ((data.amount === undefined) && (missing0 = "amount"))) || ((data.recoverable === undefined) && (missing0 = "recoverable"))) || ((data.prorate === undefined) && (missing0 = "prorate"))){
validate142.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((((((key0 === "id") || (key0 === "title")) || (key0 === "clause")) || (key0 === "kind")) || (key0 === "amount")) || (key0 === "recoverable")) || (key0 === "prorate"))){
validate142.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.id !== undefined){
const _errs2 = errors;
if(typeof data.id !== "string"){
validate142.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.title !== undefined){
const _errs4 = errors;
if(!(validate76(data.title, {instancePath:instancePath+"/title",parentData:data,parentDataProperty:"title",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors);
errors = vErrors.length;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.clause !== undefined){
const _errs5 = errors;
if(!(validate96(data.clause, {instancePath:instancePath+"/clause",parentData:data,parentDataProperty:"clause",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate96.errors : vErrors.concat(validate96.errors);
errors = vErrors.length;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.kind !== undefined){
const _errs6 = errors;
if("guarantee" !== data.kind){
validate142.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "guarantee"}}];
return false;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.amount !== undefined){
const _errs7 = errors;
if(!(validate80(data.amount, {instancePath:instancePath+"/amount",parentData:data,parentDataProperty:"amount",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate80.errors : vErrors.concat(validate80.errors);
errors = vErrors.length;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.recoverable !== undefined){
const _errs8 = errors;
if(typeof data.recoverable !== "boolean"){
validate142.errors = [{instancePath:instancePath+"/recoverable",schemaPath:"#/properties/recoverable/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.prorate !== undefined){
const _errs10 = errors;
if(typeof data.prorate !== "boolean"){
validate142.errors = [{instancePath:instancePath+"/prorate",schemaPath:"#/properties/prorate/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
else {
validate142.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate142.errors = vErrors;
return errors === 0;
}
validate142.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate146(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate146.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((((data.id === undefined) && (missing0 = "id")) || ((data.title === undefined) && (missing0 = "title"))) || ((data.clause === undefined) && (missing0 = "clause"))) || ((data.kind === undefined) && (missing0 = "kind"))) || ((data.of === undefined) && (missing0 = "of"))) || ((data.by === undefined) && (missing0 = "by"))) || ((data.bands === undefined) && (missing0 = "bands"))) || ((data.prorate === undefined) && (missing0 = "prorate"))){
validate146.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((((((key0 === "id") || (key0 === "title")) || (key0 === "clause")) || (key0 === "kind")) || (key0 === "of")) || (key0 === "by")) || (key0 === "bands")) || (key0 === "prorate"))){
validate146.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.id !== undefined){
const _errs2 = errors;
if(typeof data.id !== "string"){
validate146.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.title !== undefined){
const _errs4 = errors;
if(!(validate76(data.title, {instancePath:instancePath+"/title",parentData:data,parentDataProperty:"title",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors);
errors = vErrors.length;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.clause !== undefined){
const _errs5 = errors;
if(!(validate96(data.clause, {instancePath:instancePath+"/clause",parentData:data,parentDataProperty:"clause",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate96.errors : vErrors.concat(validate96.errors);
errors = vErrors.length;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.kind !== undefined){
const _errs6 = errors;
if("penalty" !== data.kind){
validate146.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "penalty"}}];
return false;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.of !== undefined){
let data4 = data.of;
const _errs7 = errors;
const _errs8 = errors;
let valid1 = false;
const _errs9 = errors;
if(errors === _errs9){
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
let missing1;
if((data4.fee === undefined) && (missing1 = "fee")){
const err0 = {instancePath:instancePath+"/of",schemaPath:"#/properties/of/anyOf/0/required",keyword:"required",params:{missingProperty: missing1}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
else {
const _errs11 = errors;
for(const key1 in data4){
if(!(key1 === "fee")){
const err1 = {instancePath:instancePath+"/of",schemaPath:"#/properties/of/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
break;
}
}
if(_errs11 === errors){
if(data4.fee !== undefined){
if(typeof data4.fee !== "string"){
const err2 = {instancePath:instancePath+"/of/fee",schemaPath:"#/properties/of/anyOf/0/properties/fee/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
}
}
else {
const err3 = {instancePath:instancePath+"/of",schemaPath:"#/properties/of/anyOf/0/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
var _valid0 = _errs9 === errors;
valid1 = valid1 || _valid0;
if(_valid0){
var props1 = true;
}
const _errs14 = errors;
if(errors === _errs14){
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
let missing2;
if((data4.amount === undefined) && (missing2 = "amount")){
const err4 = {instancePath:instancePath+"/of",schemaPath:"#/properties/of/anyOf/1/required",keyword:"required",params:{missingProperty: missing2}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
else {
const _errs16 = errors;
for(const key2 in data4){
if(!(key2 === "amount")){
const err5 = {instancePath:instancePath+"/of",schemaPath:"#/properties/of/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
break;
}
}
if(_errs16 === errors){
if(data4.amount !== undefined){
if(!(validate80(data4.amount, {instancePath:instancePath+"/of/amount",parentData:data4,parentDataProperty:"amount",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate80.errors : vErrors.concat(validate80.errors);
errors = vErrors.length;
}
}
}
}
}
else {
const err6 = {instancePath:instancePath+"/of",schemaPath:"#/properties/of/anyOf/1/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
var _valid0 = _errs14 === errors;
valid1 = valid1 || _valid0;
if(_valid0){
if(props1 !== true){
props1 = true;
}
}
if(!valid1){
const err7 = {instancePath:instancePath+"/of",schemaPath:"#/properties/of/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
validate146.errors = vErrors;
return false;
}
else {
errors = _errs8;
if(vErrors !== null){
if(_errs8){
vErrors.length = _errs8;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.by !== undefined){
const _errs18 = errors;
if(typeof data.by !== "string"){
validate146.errors = [{instancePath:instancePath+"/by",schemaPath:"#/properties/by/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs18 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.bands !== undefined){
const _errs20 = errors;
if(!(validate112(data.bands, {instancePath:instancePath+"/bands",parentData:data,parentDataProperty:"bands",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate112.errors : vErrors.concat(validate112.errors);
errors = vErrors.length;
}
var valid0 = _errs20 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.prorate !== undefined){
const _errs21 = errors;
if(typeof data.prorate !== "boolean"){
validate146.errors = [{instancePath:instancePath+"/prorate",schemaPath:"#/properties/prorate/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs21 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
else {
validate146.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate146.errors = vErrors;
return errors === 0;
}
validate146.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate154(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate154.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(Array.isArray(data)){
if(data.length < 1){
validate154.errors = [{instancePath,schemaPath:"#/minItems",keyword:"minItems",params:{limit: 1}}];
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
const _errs1 = errors;
if(errors === _errs1){
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
let missing0;
if(((data0.from === undefined) && (missing0 = "from")) || ((data0.value === undefined) && (missing0 = "value"))){
validate154.errors = [{instancePath:instancePath+"/" + i0,schemaPath:"#/items/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs3 = errors;
for(const key0 in data0){
if(!((key0 === "from") || (key0 === "value"))){
validate154.errors = [{instancePath:instancePath+"/" + i0,schemaPath:"#/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs3 === errors){
if(data0.from !== undefined){
const _errs4 = errors;
if(!(validate73(data0.from, {instancePath:instancePath+"/" + i0+"/from",parentData:data0,parentDataProperty:"from",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate73.errors : vErrors.concat(validate73.errors);
errors = vErrors.length;
}
var valid1 = _errs4 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data0.value !== undefined){
let data2 = data0.value;
const _errs5 = errors;
const _errs6 = errors;
let valid2 = false;
const _errs7 = errors;
if(!(validate82(data2, {instancePath:instancePath+"/" + i0+"/value",parentData:data0,parentDataProperty:"value",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate82.errors : vErrors.concat(validate82.errors);
errors = vErrors.length;
}
var _valid0 = _errs7 === errors;
valid2 = valid2 || _valid0;
const _errs8 = errors;
if(data2 !== null){
const err0 = {instancePath:instancePath+"/" + i0+"/value",schemaPath:"#/items/properties/value/anyOf/1/type",keyword:"type",params:{type: "null"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs8 === errors;
valid2 = valid2 || _valid0;
if(!valid2){
const err1 = {instancePath:instancePath+"/" + i0+"/value",schemaPath:"#/items/properties/value/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
validate154.errors = vErrors;
return false;
}
else {
errors = _errs6;
if(vErrors !== null){
if(_errs6){
vErrors.length = _errs6;
}
else {
vErrors = null;
}
}
}
var valid1 = _errs5 === errors;
}
else {
var valid1 = true;
}
}
}
}
}
else {
validate154.errors = [{instancePath:instancePath+"/" + i0,schemaPath:"#/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
}
}
else {
validate154.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
validate154.errors = vErrors;
return errors === 0;
}
validate154.evaluated = {"items":true,"dynamicProps":false,"dynamicItems":false};


function validate151(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate151.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((data.id === undefined) && (missing0 = "id")) || ((data.title === undefined) && (missing0 = "title"))) || ((data.clause === undefined) && (missing0 = "clause"))) || ((data.kind === undefined) && (missing0 = "kind"))) || ((data.period === undefined) && (missing0 = "period"))) || ((data.term === undefined) && (missing0 = "term"))) || ((data.prorate === undefined) && (missing0 = "prorate"))){
validate151.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((((((key0 === "id") || (key0 === "title")) || (key0 === "clause")) || (key0 === "kind")) || (key0 === "period")) || (key0 === "term")) || (key0 === "prorate"))){
validate151.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.id !== undefined){
const _errs2 = errors;
if(typeof data.id !== "string"){
validate151.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.title !== undefined){
const _errs4 = errors;
if(!(validate76(data.title, {instancePath:instancePath+"/title",parentData:data,parentDataProperty:"title",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors);
errors = vErrors.length;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.clause !== undefined){
const _errs5 = errors;
if(!(validate96(data.clause, {instancePath:instancePath+"/clause",parentData:data,parentDataProperty:"clause",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate96.errors : vErrors.concat(validate96.errors);
errors = vErrors.length;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.kind !== undefined){
const _errs6 = errors;
if("cap" !== data.kind){
validate151.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "cap"}}];
return false;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.period !== undefined){
let data4 = data.period;
const _errs7 = errors;
const _errs8 = errors;
let valid1 = false;
const _errs9 = errors;
if(!(validate154(data4, {instancePath:instancePath+"/period",parentData:data,parentDataProperty:"period",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate154.errors : vErrors.concat(validate154.errors);
errors = vErrors.length;
}
var _valid0 = _errs9 === errors;
valid1 = valid1 || _valid0;
const _errs10 = errors;
if(data4 !== null){
const err0 = {instancePath:instancePath+"/period",schemaPath:"#/properties/period/anyOf/1/type",keyword:"type",params:{type: "null"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs10 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const err1 = {instancePath:instancePath+"/period",schemaPath:"#/properties/period/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
validate151.errors = vErrors;
return false;
}
else {
errors = _errs8;
if(vErrors !== null){
if(_errs8){
vErrors.length = _errs8;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.term !== undefined){
let data5 = data.term;
const _errs12 = errors;
const _errs13 = errors;
let valid2 = false;
const _errs14 = errors;
if(!(validate154(data5, {instancePath:instancePath+"/term",parentData:data,parentDataProperty:"term",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate154.errors : vErrors.concat(validate154.errors);
errors = vErrors.length;
}
var _valid1 = _errs14 === errors;
valid2 = valid2 || _valid1;
const _errs15 = errors;
if(data5 !== null){
const err2 = {instancePath:instancePath+"/term",schemaPath:"#/properties/term/anyOf/1/type",keyword:"type",params:{type: "null"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var _valid1 = _errs15 === errors;
valid2 = valid2 || _valid1;
if(!valid2){
const err3 = {instancePath:instancePath+"/term",schemaPath:"#/properties/term/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
validate151.errors = vErrors;
return false;
}
else {
errors = _errs13;
if(vErrors !== null){
if(_errs13){
vErrors.length = _errs13;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.prorate !== undefined){
const _errs17 = errors;
if(typeof data.prorate !== "boolean"){
validate151.errors = [{instancePath:instancePath+"/prorate",schemaPath:"#/properties/prorate/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
else {
validate151.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate151.errors = vErrors;
return errors === 0;
}
validate151.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate159(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate159.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((((data.id === undefined) && (missing0 = "id")) || ((data.title === undefined) && (missing0 = "title"))) || ((data.clause === undefined) && (missing0 = "clause"))) || ((data.kind === undefined) && (missing0 = "kind"))) || ((data.cost === undefined) && (missing0 = "cost"))) || ((data.markup === undefined) && (missing0 = "markup"))) || ((data.upTo === undefined) && (missing0 = "upTo"))) || ((data.taxed === undefined) && (missing0 = "taxed"))){
validate159.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((((((key0 === "id") || (key0 === "title")) || (key0 === "clause")) || (key0 === "kind")) || (key0 === "cost")) || (key0 === "markup")) || (key0 === "upTo")) || (key0 === "taxed"))){
validate159.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.id !== undefined){
const _errs2 = errors;
if(typeof data.id !== "string"){
validate159.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.title !== undefined){
const _errs4 = errors;
if(!(validate76(data.title, {instancePath:instancePath+"/title",parentData:data,parentDataProperty:"title",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors);
errors = vErrors.length;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.clause !== undefined){
const _errs5 = errors;
if(!(validate96(data.clause, {instancePath:instancePath+"/clause",parentData:data,parentDataProperty:"clause",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate96.errors : vErrors.concat(validate96.errors);
errors = vErrors.length;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.kind !== undefined){
const _errs6 = errors;
if("pass_through" !== data.kind){
validate159.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "pass_through"}}];
return false;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.cost !== undefined){
const _errs7 = errors;
if(typeof data.cost !== "string"){
validate159.errors = [{instancePath:instancePath+"/cost",schemaPath:"#/properties/cost/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.markup !== undefined){
let data5 = data.markup;
const _errs9 = errors;
const _errs10 = errors;
let valid1 = false;
const _errs11 = errors;
if(errors === _errs11){
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
let missing1;
if((data5.onCost === undefined) && (missing1 = "onCost")){
const err0 = {instancePath:instancePath+"/markup",schemaPath:"#/properties/markup/anyOf/0/required",keyword:"required",params:{missingProperty: missing1}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
else {
const _errs13 = errors;
for(const key1 in data5){
if(!(key1 === "onCost")){
const err1 = {instancePath:instancePath+"/markup",schemaPath:"#/properties/markup/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
break;
}
}
if(_errs13 === errors){
if(data5.onCost !== undefined){
if(!(validate80(data5.onCost, {instancePath:instancePath+"/markup/onCost",parentData:data5,parentDataProperty:"onCost",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate80.errors : vErrors.concat(validate80.errors);
errors = vErrors.length;
}
}
}
}
}
else {
const err2 = {instancePath:instancePath+"/markup",schemaPath:"#/properties/markup/anyOf/0/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
var _valid0 = _errs11 === errors;
valid1 = valid1 || _valid0;
if(_valid0){
var props1 = true;
}
const _errs15 = errors;
if(errors === _errs15){
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
let missing2;
if((data5.gross === undefined) && (missing2 = "gross")){
const err3 = {instancePath:instancePath+"/markup",schemaPath:"#/properties/markup/anyOf/1/required",keyword:"required",params:{missingProperty: missing2}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
else {
const _errs17 = errors;
for(const key2 in data5){
if(!(key2 === "gross")){
const err4 = {instancePath:instancePath+"/markup",schemaPath:"#/properties/markup/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
break;
}
}
if(_errs17 === errors){
if(data5.gross !== undefined){
if(!(validate80(data5.gross, {instancePath:instancePath+"/markup/gross",parentData:data5,parentDataProperty:"gross",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate80.errors : vErrors.concat(validate80.errors);
errors = vErrors.length;
}
}
}
}
}
else {
const err5 = {instancePath:instancePath+"/markup",schemaPath:"#/properties/markup/anyOf/1/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
var _valid0 = _errs15 === errors;
valid1 = valid1 || _valid0;
if(_valid0){
if(props1 !== true){
props1 = true;
}
}
if(!valid1){
const err6 = {instancePath:instancePath+"/markup",schemaPath:"#/properties/markup/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
validate159.errors = vErrors;
return false;
}
else {
errors = _errs10;
if(vErrors !== null){
if(_errs10){
vErrors.length = _errs10;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.upTo !== undefined){
let data8 = data.upTo;
const _errs19 = errors;
const _errs20 = errors;
let valid4 = false;
const _errs21 = errors;
if(!(validate80(data8, {instancePath:instancePath+"/upTo",parentData:data,parentDataProperty:"upTo",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate80.errors : vErrors.concat(validate80.errors);
errors = vErrors.length;
}
var _valid1 = _errs21 === errors;
valid4 = valid4 || _valid1;
const _errs22 = errors;
if(data8 !== null){
const err7 = {instancePath:instancePath+"/upTo",schemaPath:"#/properties/upTo/anyOf/1/type",keyword:"type",params:{type: "null"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
var _valid1 = _errs22 === errors;
valid4 = valid4 || _valid1;
if(!valid4){
const err8 = {instancePath:instancePath+"/upTo",schemaPath:"#/properties/upTo/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
validate159.errors = vErrors;
return false;
}
else {
errors = _errs20;
if(vErrors !== null){
if(_errs20){
vErrors.length = _errs20;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs19 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.taxed !== undefined){
const _errs24 = errors;
if(typeof data.taxed !== "boolean"){
validate159.errors = [{instancePath:instancePath+"/taxed",schemaPath:"#/properties/taxed/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs24 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
else {
validate159.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate159.errors = vErrors;
return errors === 0;
}
validate159.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema50 = {"type":"object","additionalProperties":false,"required":["id","title","clause","kind","base","tiers","mode","accumulate"],"properties":{"id":{"type":"string"},"title":{"$ref":"#/$defs/textOrNull"},"clause":{"$ref":"#/$defs/clause"},"kind":{"const":"rebate"},"base":{"type":"string"},"tiers":{"$ref":"#/$defs/scheduledSteps"},"mode":{"type":"string","enum":["marginal","whole"]},"accumulate":{"type":"string","enum":["period","term"]}}};

function validate165(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate165.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((((data.id === undefined) && (missing0 = "id")) || ((data.title === undefined) && (missing0 = "title"))) || ((data.clause === undefined) && (missing0 = "clause"))) || ((data.kind === undefined) && (missing0 = "kind"))) || ((data.base === undefined) && (missing0 = "base"))) || ((data.tiers === undefined) && (missing0 = "tiers"))) || ((data.mode === undefined) && (missing0 = "mode"))) || ((data.accumulate === undefined) && (missing0 = "accumulate"))){
validate165.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((((((key0 === "id") || (key0 === "title")) || (key0 === "clause")) || (key0 === "kind")) || (key0 === "base")) || (key0 === "tiers")) || (key0 === "mode")) || (key0 === "accumulate"))){
validate165.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.id !== undefined){
const _errs2 = errors;
if(typeof data.id !== "string"){
validate165.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.title !== undefined){
const _errs4 = errors;
if(!(validate76(data.title, {instancePath:instancePath+"/title",parentData:data,parentDataProperty:"title",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors);
errors = vErrors.length;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.clause !== undefined){
const _errs5 = errors;
if(!(validate96(data.clause, {instancePath:instancePath+"/clause",parentData:data,parentDataProperty:"clause",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate96.errors : vErrors.concat(validate96.errors);
errors = vErrors.length;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.kind !== undefined){
const _errs6 = errors;
if("rebate" !== data.kind){
validate165.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "rebate"}}];
return false;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.base !== undefined){
const _errs7 = errors;
if(typeof data.base !== "string"){
validate165.errors = [{instancePath:instancePath+"/base",schemaPath:"#/properties/base/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.tiers !== undefined){
const _errs9 = errors;
if(!(validate112(data.tiers, {instancePath:instancePath+"/tiers",parentData:data,parentDataProperty:"tiers",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate112.errors : vErrors.concat(validate112.errors);
errors = vErrors.length;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.mode !== undefined){
let data6 = data.mode;
const _errs10 = errors;
if(typeof data6 !== "string"){
validate165.errors = [{instancePath:instancePath+"/mode",schemaPath:"#/properties/mode/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((data6 === "marginal") || (data6 === "whole"))){
validate165.errors = [{instancePath:instancePath+"/mode",schemaPath:"#/properties/mode/enum",keyword:"enum",params:{allowedValues: schema50.properties.mode.enum}}];
return false;
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.accumulate !== undefined){
let data7 = data.accumulate;
const _errs12 = errors;
if(typeof data7 !== "string"){
validate165.errors = [{instancePath:instancePath+"/accumulate",schemaPath:"#/properties/accumulate/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((data7 === "period") || (data7 === "term"))){
validate165.errors = [{instancePath:instancePath+"/accumulate",schemaPath:"#/properties/accumulate/enum",keyword:"enum",params:{allowedValues: schema50.properties.accumulate.enum}}];
return false;
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
else {
validate165.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate165.errors = vErrors;
return errors === 0;
}
validate165.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate169(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate169.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((data.id === undefined) && (missing0 = "id")) || ((data.title === undefined) && (missing0 = "title"))) || ((data.clause === undefined) && (missing0 = "clause"))) || ((data.kind === undefined) && (missing0 = "kind"))) || ((data.rate === undefined) && (missing0 = "rate"))) || ((data.label === undefined) && (missing0 = "label"))){
validate169.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((((key0 === "id") || (key0 === "title")) || (key0 === "clause")) || (key0 === "kind")) || (key0 === "rate")) || (key0 === "label"))){
validate169.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.id !== undefined){
const _errs2 = errors;
if(typeof data.id !== "string"){
validate169.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.title !== undefined){
const _errs4 = errors;
if(!(validate76(data.title, {instancePath:instancePath+"/title",parentData:data,parentDataProperty:"title",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors);
errors = vErrors.length;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.clause !== undefined){
const _errs5 = errors;
if(!(validate96(data.clause, {instancePath:instancePath+"/clause",parentData:data,parentDataProperty:"clause",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate96.errors : vErrors.concat(validate96.errors);
errors = vErrors.length;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.kind !== undefined){
const _errs6 = errors;
if("tax" !== data.kind){
validate169.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "tax"}}];
return false;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.rate !== undefined){
const _errs7 = errors;
if(!(validate80(data.rate, {instancePath:instancePath+"/rate",parentData:data,parentDataProperty:"rate",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate80.errors : vErrors.concat(validate80.errors);
errors = vErrors.length;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.label !== undefined){
const _errs8 = errors;
if(!(validate54(data.label, {instancePath:instancePath+"/label",parentData:data,parentDataProperty:"label",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
errors = vErrors.length;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
else {
validate169.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate169.errors = vErrors;
return errors === 0;
}
validate169.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate104(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate104.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.kind === undefined) && (missing0 = "kind")){
validate104.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const tag0 = data.kind;
if(typeof tag0 == "string"){
if(tag0 === "retainer"){
if(!(validate105(data, {instancePath,parentData,parentDataProperty,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate105.errors : vErrors.concat(validate105.errors);
errors = vErrors.length;
}
var props0 = true;
}
else if(tag0 === "commission"){
if(!(validate109(data, {instancePath,parentData,parentDataProperty,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate109.errors : vErrors.concat(validate109.errors);
errors = vErrors.length;
}
if(props0 !== true){
props0 = true;
}
}
else if(tag0 === "unit_price"){
if(!(validate119(data, {instancePath,parentData,parentDataProperty,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate119.errors : vErrors.concat(validate119.errors);
errors = vErrors.length;
}
if(props0 !== true){
props0 = true;
}
}
else if(tag0 === "bonus"){
if(!(validate123(data, {instancePath,parentData,parentDataProperty,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate123.errors : vErrors.concat(validate123.errors);
errors = vErrors.length;
}
if(props0 !== true){
props0 = true;
}
}
else if(tag0 === "milestone"){
if(!(validate128(data, {instancePath,parentData,parentDataProperty,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate128.errors : vErrors.concat(validate128.errors);
errors = vErrors.length;
}
if(props0 !== true){
props0 = true;
}
}
else if(tag0 === "wager"){
if(!(validate134(data, {instancePath,parentData,parentDataProperty,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate134.errors : vErrors.concat(validate134.errors);
errors = vErrors.length;
}
if(props0 !== true){
props0 = true;
}
}
else if(tag0 === "guarantee"){
if(!(validate142(data, {instancePath,parentData,parentDataProperty,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate142.errors : vErrors.concat(validate142.errors);
errors = vErrors.length;
}
if(props0 !== true){
props0 = true;
}
}
else if(tag0 === "penalty"){
if(!(validate146(data, {instancePath,parentData,parentDataProperty,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate146.errors : vErrors.concat(validate146.errors);
errors = vErrors.length;
}
if(props0 !== true){
props0 = true;
}
}
else if(tag0 === "cap"){
if(!(validate151(data, {instancePath,parentData,parentDataProperty,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate151.errors : vErrors.concat(validate151.errors);
errors = vErrors.length;
}
if(props0 !== true){
props0 = true;
}
}
else if(tag0 === "pass_through"){
if(!(validate159(data, {instancePath,parentData,parentDataProperty,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate159.errors : vErrors.concat(validate159.errors);
errors = vErrors.length;
}
if(props0 !== true){
props0 = true;
}
}
else if(tag0 === "rebate"){
if(!(validate165(data, {instancePath,parentData,parentDataProperty,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate165.errors : vErrors.concat(validate165.errors);
errors = vErrors.length;
}
if(props0 !== true){
props0 = true;
}
}
else if(tag0 === "tax"){
if(!(validate169(data, {instancePath,parentData,parentDataProperty,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate169.errors : vErrors.concat(validate169.errors);
errors = vErrors.length;
}
if(props0 !== true){
props0 = true;
}
}
else {
validate104.errors = [{instancePath,schemaPath:"#/discriminator",keyword:"discriminator",params:{error: "mapping", tag: "kind", tagValue: tag0}}];
return false;
}
}
else {
validate104.errors = [{instancePath,schemaPath:"#/discriminator",keyword:"discriminator",params:{error: "tag", tag: "kind", tagValue: tag0}}];
return false;
}
}
}
else {
validate104.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate104.errors = vErrors;
evaluated0.props = props0;
return errors === 0;
}
validate104.evaluated = {"dynamicProps":true,"dynamicItems":false};

const schema52 = {"type":"object","additionalProperties":false,"required":["id","owes","title","dueDay","lateIf","ifLate","clause"],"properties":{"id":{"type":"string"},"owes":{"$ref":"#/$defs/party"},"title":{"$ref":"#/$defs/text"},"dueDay":{"type":"integer","minimum":1},"lateIf":{"type":"string","enum":["claimed","unproven"]},"ifLate":{"type":"object","additionalProperties":false,"required":["kpis","scoreAs"],"properties":{"kpis":{"type":"array","items":{"type":"string"}},"scoreAs":{"$ref":"#/$defs/exactOrNull"}}},"clause":{"$ref":"#/$defs/clause"}}};
const schema53 = {"type":["string","null"],"pattern":"^-?\\d+(\\.\\d+|/\\d+)?$"};

function validate190(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate190.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if((typeof data !== "string") && (data !== null)){
validate190.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema53.type}}];
return false;
}
if(errors === 0){
if(typeof data === "string"){
if(!pattern5.test(data)){
validate190.errors = [{instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "^-?\\d+(\\.\\d+|/\\d+)?$"}}];
return false;
}
}
}
validate190.errors = vErrors;
return errors === 0;
}
validate190.evaluated = {"dynamicProps":false,"dynamicItems":false};


function validate187(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate187.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((data.id === undefined) && (missing0 = "id")) || ((data.owes === undefined) && (missing0 = "owes"))) || ((data.title === undefined) && (missing0 = "title"))) || ((data.dueDay === undefined) && (missing0 = "dueDay"))) || ((data.lateIf === undefined) && (missing0 = "lateIf"))) || ((data.ifLate === undefined) && (missing0 = "ifLate"))) || ((data.clause === undefined) && (missing0 = "clause"))){
validate187.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((((((key0 === "id") || (key0 === "owes")) || (key0 === "title")) || (key0 === "dueDay")) || (key0 === "lateIf")) || (key0 === "ifLate")) || (key0 === "clause"))){
validate187.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.id !== undefined){
const _errs2 = errors;
if(typeof data.id !== "string"){
validate187.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.owes !== undefined){
const _errs4 = errors;
if(!(validate60(data.owes, {instancePath:instancePath+"/owes",parentData:data,parentDataProperty:"owes",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate60.errors : vErrors.concat(validate60.errors);
errors = vErrors.length;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.title !== undefined){
const _errs5 = errors;
if(!(validate54(data.title, {instancePath:instancePath+"/title",parentData:data,parentDataProperty:"title",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
errors = vErrors.length;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.dueDay !== undefined){
let data3 = data.dueDay;
const _errs6 = errors;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
validate187.errors = [{instancePath:instancePath+"/dueDay",schemaPath:"#/properties/dueDay/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs6){
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 < 1 || isNaN(data3)){
validate187.errors = [{instancePath:instancePath+"/dueDay",schemaPath:"#/properties/dueDay/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
return false;
}
}
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.lateIf !== undefined){
let data4 = data.lateIf;
const _errs8 = errors;
if(typeof data4 !== "string"){
validate187.errors = [{instancePath:instancePath+"/lateIf",schemaPath:"#/properties/lateIf/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((data4 === "claimed") || (data4 === "unproven"))){
validate187.errors = [{instancePath:instancePath+"/lateIf",schemaPath:"#/properties/lateIf/enum",keyword:"enum",params:{allowedValues: schema52.properties.lateIf.enum}}];
return false;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.ifLate !== undefined){
let data5 = data.ifLate;
const _errs10 = errors;
if(errors === _errs10){
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
let missing1;
if(((data5.kpis === undefined) && (missing1 = "kpis")) || ((data5.scoreAs === undefined) && (missing1 = "scoreAs"))){
validate187.errors = [{instancePath:instancePath+"/ifLate",schemaPath:"#/properties/ifLate/required",keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
const _errs12 = errors;
for(const key1 in data5){
if(!((key1 === "kpis") || (key1 === "scoreAs"))){
validate187.errors = [{instancePath:instancePath+"/ifLate",schemaPath:"#/properties/ifLate/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}}];
return false;
break;
}
}
if(_errs12 === errors){
if(data5.kpis !== undefined){
let data6 = data5.kpis;
const _errs13 = errors;
if(errors === _errs13){
if(Array.isArray(data6)){
var valid2 = true;
const len0 = data6.length;
for(let i0=0; i0<len0; i0++){
const _errs15 = errors;
if(typeof data6[i0] !== "string"){
validate187.errors = [{instancePath:instancePath+"/ifLate/kpis/" + i0,schemaPath:"#/properties/ifLate/properties/kpis/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid2 = _errs15 === errors;
if(!valid2){
break;
}
}
}
else {
validate187.errors = [{instancePath:instancePath+"/ifLate/kpis",schemaPath:"#/properties/ifLate/properties/kpis/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid1 = _errs13 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data5.scoreAs !== undefined){
const _errs17 = errors;
if(!(validate190(data5.scoreAs, {instancePath:instancePath+"/ifLate/scoreAs",parentData:data5,parentDataProperty:"scoreAs",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate190.errors : vErrors.concat(validate190.errors);
errors = vErrors.length;
}
var valid1 = _errs17 === errors;
}
else {
var valid1 = true;
}
}
}
}
}
else {
validate187.errors = [{instancePath:instancePath+"/ifLate",schemaPath:"#/properties/ifLate/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.clause !== undefined){
const _errs18 = errors;
if(!(validate96(data.clause, {instancePath:instancePath+"/clause",parentData:data,parentDataProperty:"clause",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate96.errors : vErrors.concat(validate96.errors);
errors = vErrors.length;
}
var valid0 = _errs18 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
else {
validate187.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate187.errors = vErrors;
return errors === 0;
}
validate187.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate53(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate53.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((((((((((((((((((((((data.id === undefined) && (missing0 = "id")) || ((data.title === undefined) && (missing0 = "title"))) || ((data.stage === undefined) && (missing0 = "stage"))) || ((data.parties === undefined) && (missing0 = "parties"))) || ((data.agreement === undefined) && (missing0 = "agreement"))) || ((data.data === undefined) && (missing0 = "data"))) || ((data.ip === undefined) && (missing0 = "ip"))) || ((data.term === undefined) && (missing0 = "term"))) || ((data.calendar === undefined) && (missing0 = "calendar"))) || ((data.currency === undefined) && (missing0 = "currency"))) || ((data.rounding === undefined) && (missing0 = "rounding"))) || ((data.acceptance === undefined) && (missing0 = "acceptance"))) || ((data.disputes === undefined) && (missing0 = "disputes"))) || ((data.holds === undefined) && (missing0 = "holds"))) || ((data.grace === undefined) && (missing0 = "grace"))) || ((data.kpis === undefined) && (missing0 = "kpis"))) || ((data.composite === undefined) && (missing0 = "composite"))) || ((data.gates === undefined) && (missing0 = "gates"))) || ((data.fees === undefined) && (missing0 = "fees"))) || ((data.duties === undefined) && (missing0 = "duties"))) || ((data.payment === undefined) && (missing0 = "payment"))) || ((data.amendments === undefined) && (missing0 = "amendments"))) || ((data.review === undefined) && (missing0 = "review"))) || ((data.exclusions === undefined) && (missing0 = "exclusions"))) || ((data.exit === undefined) && (missing0 = "exit"))) || ((data.dashboard === undefined) && (missing0 = "dashboard"))) || ((data.baseline === undefined) && (missing0 = "baseline"))){
validate53.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func1.call(schema20.properties, key0))){
validate53.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.id !== undefined){
const _errs2 = errors;
if(typeof data.id !== "string"){
validate53.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.title !== undefined){
const _errs4 = errors;
if(!(validate54(data.title, {instancePath:instancePath+"/title",parentData:data,parentDataProperty:"title",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
errors = vErrors.length;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.stage !== undefined){
let data2 = data.stage;
const _errs5 = errors;
if(typeof data2 !== "string"){
validate53.errors = [{instancePath:instancePath+"/stage",schemaPath:"#/properties/stage/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!(((data2 === "pilot") || (data2 === "live")) || (data2 === "ended"))){
validate53.errors = [{instancePath:instancePath+"/stage",schemaPath:"#/properties/stage/enum",keyword:"enum",params:{allowedValues: schema20.properties.stage.enum}}];
return false;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.parties !== undefined){
let data3 = data.parties;
const _errs7 = errors;
if(errors === _errs7){
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
let missing1;
if(((data3.brand === undefined) && (missing1 = "brand")) || ((data3.provider === undefined) && (missing1 = "provider"))){
validate53.errors = [{instancePath:instancePath+"/parties",schemaPath:"#/properties/parties/required",keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
const _errs9 = errors;
for(const key1 in data3){
if(!((key1 === "brand") || (key1 === "provider"))){
validate53.errors = [{instancePath:instancePath+"/parties",schemaPath:"#/properties/parties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}}];
return false;
break;
}
}
if(_errs9 === errors){
if(data3.brand !== undefined){
const _errs10 = errors;
if(!(validate56(data3.brand, {instancePath:instancePath+"/parties/brand",parentData:data3,parentDataProperty:"brand",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
errors = vErrors.length;
}
var valid1 = _errs10 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data3.provider !== undefined){
const _errs11 = errors;
if(!(validate56(data3.provider, {instancePath:instancePath+"/parties/provider",parentData:data3,parentDataProperty:"provider",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
errors = vErrors.length;
}
var valid1 = _errs11 === errors;
}
else {
var valid1 = true;
}
}
}
}
}
else {
validate53.errors = [{instancePath:instancePath+"/parties",schemaPath:"#/properties/parties/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.agreement !== undefined){
let data6 = data.agreement;
const _errs12 = errors;
const _errs13 = errors;
let valid2 = false;
const _errs14 = errors;
if(errors === _errs14){
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
let missing2;
if((((data6.number === undefined) && (missing2 = "number")) || ((data6.sha256 === undefined) && (missing2 = "sha256"))) || ((data6.prevails === undefined) && (missing2 = "prevails"))){
const err0 = {instancePath:instancePath+"/agreement",schemaPath:"#/properties/agreement/anyOf/0/required",keyword:"required",params:{missingProperty: missing2}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
else {
const _errs16 = errors;
for(const key2 in data6){
if(!(((key2 === "number") || (key2 === "sha256")) || (key2 === "prevails"))){
const err1 = {instancePath:instancePath+"/agreement",schemaPath:"#/properties/agreement/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
break;
}
}
if(_errs16 === errors){
if(data6.number !== undefined){
const _errs17 = errors;
if(typeof data6.number !== "string"){
const err2 = {instancePath:instancePath+"/agreement/number",schemaPath:"#/properties/agreement/anyOf/0/properties/number/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var valid3 = _errs17 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data6.sha256 !== undefined){
const _errs19 = errors;
if(typeof data6.sha256 !== "string"){
const err3 = {instancePath:instancePath+"/agreement/sha256",schemaPath:"#/properties/agreement/anyOf/0/properties/sha256/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
var valid3 = _errs19 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data6.prevails !== undefined){
const _errs21 = errors;
if(typeof data6.prevails !== "string"){
const err4 = {instancePath:instancePath+"/agreement/prevails",schemaPath:"#/properties/agreement/anyOf/0/properties/prevails/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
var valid3 = _errs21 === errors;
}
else {
var valid3 = true;
}
}
}
}
}
}
else {
const err5 = {instancePath:instancePath+"/agreement",schemaPath:"#/properties/agreement/anyOf/0/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
var _valid0 = _errs14 === errors;
valid2 = valid2 || _valid0;
const _errs23 = errors;
if(data6 !== null){
const err6 = {instancePath:instancePath+"/agreement",schemaPath:"#/properties/agreement/anyOf/1/type",keyword:"type",params:{type: "null"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
var _valid0 = _errs23 === errors;
valid2 = valid2 || _valid0;
if(!valid2){
const err7 = {instancePath:instancePath+"/agreement",schemaPath:"#/properties/agreement/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
validate53.errors = vErrors;
return false;
}
else {
errors = _errs13;
if(vErrors !== null){
if(_errs13){
vErrors.length = _errs13;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.data !== undefined){
let data10 = data.data;
const _errs25 = errors;
if(errors === _errs25){
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
let missing3;
if(((data10.owner === undefined) && (missing3 = "owner")) || ((data10.providerUse === undefined) && (missing3 = "providerUse"))){
validate53.errors = [{instancePath:instancePath+"/data",schemaPath:"#/properties/data/required",keyword:"required",params:{missingProperty: missing3}}];
return false;
}
else {
const _errs27 = errors;
for(const key3 in data10){
if(!((key3 === "owner") || (key3 === "providerUse"))){
validate53.errors = [{instancePath:instancePath+"/data",schemaPath:"#/properties/data/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}}];
return false;
break;
}
}
if(_errs27 === errors){
if(data10.owner !== undefined){
const _errs28 = errors;
if(!(validate60(data10.owner, {instancePath:instancePath+"/data/owner",parentData:data10,parentDataProperty:"owner",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate60.errors : vErrors.concat(validate60.errors);
errors = vErrors.length;
}
var valid4 = _errs28 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data10.providerUse !== undefined){
const _errs29 = errors;
if(typeof data10.providerUse !== "string"){
validate53.errors = [{instancePath:instancePath+"/data/providerUse",schemaPath:"#/properties/data/properties/providerUse/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid4 = _errs29 === errors;
}
else {
var valid4 = true;
}
}
}
}
}
else {
validate53.errors = [{instancePath:instancePath+"/data",schemaPath:"#/properties/data/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs25 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.ip !== undefined){
let data13 = data.ip;
const _errs31 = errors;
const _errs32 = errors;
let valid5 = false;
const _errs33 = errors;
if(errors === _errs33){
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
let missing4;
if((((data13.creatives === undefined) && (missing4 = "creatives")) || ((data13.site === undefined) && (missing4 = "site"))) || ((data13.accounts === undefined) && (missing4 = "accounts"))){
const err8 = {instancePath:instancePath+"/ip",schemaPath:"#/properties/ip/anyOf/0/required",keyword:"required",params:{missingProperty: missing4}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
else {
const _errs35 = errors;
for(const key4 in data13){
if(!(((key4 === "creatives") || (key4 === "site")) || (key4 === "accounts"))){
const err9 = {instancePath:instancePath+"/ip",schemaPath:"#/properties/ip/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
break;
}
}
if(_errs35 === errors){
if(data13.creatives !== undefined){
const _errs36 = errors;
if(!(validate60(data13.creatives, {instancePath:instancePath+"/ip/creatives",parentData:data13,parentDataProperty:"creatives",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate60.errors : vErrors.concat(validate60.errors);
errors = vErrors.length;
}
var valid6 = _errs36 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data13.site !== undefined){
const _errs37 = errors;
if(!(validate60(data13.site, {instancePath:instancePath+"/ip/site",parentData:data13,parentDataProperty:"site",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate60.errors : vErrors.concat(validate60.errors);
errors = vErrors.length;
}
var valid6 = _errs37 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data13.accounts !== undefined){
const _errs38 = errors;
if(!(validate60(data13.accounts, {instancePath:instancePath+"/ip/accounts",parentData:data13,parentDataProperty:"accounts",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate60.errors : vErrors.concat(validate60.errors);
errors = vErrors.length;
}
var valid6 = _errs38 === errors;
}
else {
var valid6 = true;
}
}
}
}
}
}
else {
const err10 = {instancePath:instancePath+"/ip",schemaPath:"#/properties/ip/anyOf/0/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
var _valid1 = _errs33 === errors;
valid5 = valid5 || _valid1;
const _errs39 = errors;
if(data13 !== null){
const err11 = {instancePath:instancePath+"/ip",schemaPath:"#/properties/ip/anyOf/1/type",keyword:"type",params:{type: "null"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
var _valid1 = _errs39 === errors;
valid5 = valid5 || _valid1;
if(!valid5){
const err12 = {instancePath:instancePath+"/ip",schemaPath:"#/properties/ip/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
validate53.errors = vErrors;
return false;
}
else {
errors = _errs32;
if(vErrors !== null){
if(_errs32){
vErrors.length = _errs32;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs31 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.term !== undefined){
const _errs41 = errors;
if(!(validate65(data.term, {instancePath:instancePath+"/term",parentData:data,parentDataProperty:"term",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate65.errors : vErrors.concat(validate65.errors);
errors = vErrors.length;
}
var valid0 = _errs41 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.calendar !== undefined){
let data18 = data.calendar;
const _errs42 = errors;
if(errors === _errs42){
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
let missing5;
if(((((data18.every === undefined) && (missing5 = "every")) || ((data18.timezone === undefined) && (missing5 = "timezone"))) || ((data18.lockAfterDays === undefined) && (missing5 = "lockAfterDays"))) || ((data18.trueUpPeriods === undefined) && (missing5 = "trueUpPeriods"))){
validate53.errors = [{instancePath:instancePath+"/calendar",schemaPath:"#/properties/calendar/required",keyword:"required",params:{missingProperty: missing5}}];
return false;
}
else {
const _errs44 = errors;
for(const key5 in data18){
if(!((((key5 === "every") || (key5 === "timezone")) || (key5 === "lockAfterDays")) || (key5 === "trueUpPeriods"))){
validate53.errors = [{instancePath:instancePath+"/calendar",schemaPath:"#/properties/calendar/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5}}];
return false;
break;
}
}
if(_errs44 === errors){
if(data18.every !== undefined){
const _errs45 = errors;
if(!(validate70(data18.every, {instancePath:instancePath+"/calendar/every",parentData:data18,parentDataProperty:"every",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate70.errors : vErrors.concat(validate70.errors);
errors = vErrors.length;
}
var valid7 = _errs45 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data18.timezone !== undefined){
const _errs46 = errors;
if(typeof data18.timezone !== "string"){
validate53.errors = [{instancePath:instancePath+"/calendar/timezone",schemaPath:"#/properties/calendar/properties/timezone/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid7 = _errs46 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data18.lockAfterDays !== undefined){
let data21 = data18.lockAfterDays;
const _errs48 = errors;
if(!(((typeof data21 == "number") && (!(data21 % 1) && !isNaN(data21))) && (isFinite(data21)))){
validate53.errors = [{instancePath:instancePath+"/calendar/lockAfterDays",schemaPath:"#/properties/calendar/properties/lockAfterDays/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs48){
if((typeof data21 == "number") && (isFinite(data21))){
if(data21 < 0 || isNaN(data21)){
validate53.errors = [{instancePath:instancePath+"/calendar/lockAfterDays",schemaPath:"#/properties/calendar/properties/lockAfterDays/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid7 = _errs48 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data18.trueUpPeriods !== undefined){
let data22 = data18.trueUpPeriods;
const _errs50 = errors;
if(!(((typeof data22 == "number") && (!(data22 % 1) && !isNaN(data22))) && (isFinite(data22)))){
validate53.errors = [{instancePath:instancePath+"/calendar/trueUpPeriods",schemaPath:"#/properties/calendar/properties/trueUpPeriods/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs50){
if((typeof data22 == "number") && (isFinite(data22))){
if(data22 < 0 || isNaN(data22)){
validate53.errors = [{instancePath:instancePath+"/calendar/trueUpPeriods",schemaPath:"#/properties/calendar/properties/trueUpPeriods/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid7 = _errs50 === errors;
}
else {
var valid7 = true;
}
}
}
}
}
}
}
else {
validate53.errors = [{instancePath:instancePath+"/calendar",schemaPath:"#/properties/calendar/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs42 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.currency !== undefined){
const _errs52 = errors;
if(typeof data.currency !== "string"){
validate53.errors = [{instancePath:instancePath+"/currency",schemaPath:"#/properties/currency/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs52 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.rounding !== undefined){
let data24 = data.rounding;
const _errs54 = errors;
if(typeof data24 !== "string"){
validate53.errors = [{instancePath:instancePath+"/rounding",schemaPath:"#/properties/rounding/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((data24 === "half_even") || (data24 === "half_up"))){
validate53.errors = [{instancePath:instancePath+"/rounding",schemaPath:"#/properties/rounding/enum",keyword:"enum",params:{allowedValues: schema20.properties.rounding.enum}}];
return false;
}
var valid0 = _errs54 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.acceptance !== undefined){
let data25 = data.acceptance;
const _errs56 = errors;
if(errors === _errs56){
if(data25 && typeof data25 == "object" && !Array.isArray(data25)){
let missing6;
if(((data25.days === undefined) && (missing6 = "days")) || ((data25.silence === undefined) && (missing6 = "silence"))){
validate53.errors = [{instancePath:instancePath+"/acceptance",schemaPath:"#/properties/acceptance/required",keyword:"required",params:{missingProperty: missing6}}];
return false;
}
else {
const _errs58 = errors;
for(const key6 in data25){
if(!((key6 === "days") || (key6 === "silence"))){
validate53.errors = [{instancePath:instancePath+"/acceptance",schemaPath:"#/properties/acceptance/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6}}];
return false;
break;
}
}
if(_errs58 === errors){
if(data25.days !== undefined){
let data26 = data25.days;
const _errs59 = errors;
if(!(((typeof data26 == "number") && (!(data26 % 1) && !isNaN(data26))) && (isFinite(data26)))){
validate53.errors = [{instancePath:instancePath+"/acceptance/days",schemaPath:"#/properties/acceptance/properties/days/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs59){
if((typeof data26 == "number") && (isFinite(data26))){
if(data26 < 0 || isNaN(data26)){
validate53.errors = [{instancePath:instancePath+"/acceptance/days",schemaPath:"#/properties/acceptance/properties/days/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid8 = _errs59 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data25.silence !== undefined){
let data27 = data25.silence;
const _errs61 = errors;
if(typeof data27 !== "string"){
validate53.errors = [{instancePath:instancePath+"/acceptance/silence",schemaPath:"#/properties/acceptance/properties/silence/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((data27 === "accepts") || (data27 === "waits"))){
validate53.errors = [{instancePath:instancePath+"/acceptance/silence",schemaPath:"#/properties/acceptance/properties/silence/enum",keyword:"enum",params:{allowedValues: schema20.properties.acceptance.properties.silence.enum}}];
return false;
}
var valid8 = _errs61 === errors;
}
else {
var valid8 = true;
}
}
}
}
}
else {
validate53.errors = [{instancePath:instancePath+"/acceptance",schemaPath:"#/properties/acceptance/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs56 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.disputes !== undefined){
let data28 = data.disputes;
const _errs63 = errors;
if(errors === _errs63){
if(data28 && typeof data28 == "object" && !Array.isArray(data28)){
let missing7;
if(((data28.days === undefined) && (missing7 = "days")) || ((data28.expert === undefined) && (missing7 = "expert"))){
validate53.errors = [{instancePath:instancePath+"/disputes",schemaPath:"#/properties/disputes/required",keyword:"required",params:{missingProperty: missing7}}];
return false;
}
else {
const _errs65 = errors;
for(const key7 in data28){
if(!((key7 === "days") || (key7 === "expert"))){
validate53.errors = [{instancePath:instancePath+"/disputes",schemaPath:"#/properties/disputes/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7}}];
return false;
break;
}
}
if(_errs65 === errors){
if(data28.days !== undefined){
let data29 = data28.days;
const _errs66 = errors;
if(!(((typeof data29 == "number") && (!(data29 % 1) && !isNaN(data29))) && (isFinite(data29)))){
validate53.errors = [{instancePath:instancePath+"/disputes/days",schemaPath:"#/properties/disputes/properties/days/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs66){
if((typeof data29 == "number") && (isFinite(data29))){
if(data29 < 0 || isNaN(data29)){
validate53.errors = [{instancePath:instancePath+"/disputes/days",schemaPath:"#/properties/disputes/properties/days/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid9 = _errs66 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data28.expert !== undefined){
const _errs68 = errors;
if(!(validate54(data28.expert, {instancePath:instancePath+"/disputes/expert",parentData:data28,parentDataProperty:"expert",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
errors = vErrors.length;
}
var valid9 = _errs68 === errors;
}
else {
var valid9 = true;
}
}
}
}
}
else {
validate53.errors = [{instancePath:instancePath+"/disputes",schemaPath:"#/properties/disputes/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs63 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.holds !== undefined){
let data31 = data.holds;
const _errs69 = errors;
if(errors === _errs69){
if(data31 && typeof data31 == "object" && !Array.isArray(data31)){
let missing8;
if((data31.maxPeriods === undefined) && (missing8 = "maxPeriods")){
validate53.errors = [{instancePath:instancePath+"/holds",schemaPath:"#/properties/holds/required",keyword:"required",params:{missingProperty: missing8}}];
return false;
}
else {
const _errs71 = errors;
for(const key8 in data31){
if(!(key8 === "maxPeriods")){
validate53.errors = [{instancePath:instancePath+"/holds",schemaPath:"#/properties/holds/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8}}];
return false;
break;
}
}
if(_errs71 === errors){
if(data31.maxPeriods !== undefined){
let data32 = data31.maxPeriods;
const _errs72 = errors;
if(!(((typeof data32 == "number") && (!(data32 % 1) && !isNaN(data32))) && (isFinite(data32)))){
validate53.errors = [{instancePath:instancePath+"/holds/maxPeriods",schemaPath:"#/properties/holds/properties/maxPeriods/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs72){
if((typeof data32 == "number") && (isFinite(data32))){
if(data32 < 0 || isNaN(data32)){
validate53.errors = [{instancePath:instancePath+"/holds/maxPeriods",schemaPath:"#/properties/holds/properties/maxPeriods/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
}
}
}
else {
validate53.errors = [{instancePath:instancePath+"/holds",schemaPath:"#/properties/holds/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs69 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.grace !== undefined){
let data33 = data.grace;
const _errs74 = errors;
const _errs75 = errors;
let valid11 = false;
const _errs76 = errors;
if(errors === _errs76){
if(data33 && typeof data33 == "object" && !Array.isArray(data33)){
let missing9;
if((((data33.from === undefined) && (missing9 = "from")) || ((data33.periods === undefined) && (missing9 = "periods"))) || ((data33.waives === undefined) && (missing9 = "waives"))){
const err13 = {instancePath:instancePath+"/grace",schemaPath:"#/properties/grace/anyOf/0/required",keyword:"required",params:{missingProperty: missing9}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
else {
const _errs78 = errors;
for(const key9 in data33){
if(!(((key9 === "from") || (key9 === "periods")) || (key9 === "waives"))){
const err14 = {instancePath:instancePath+"/grace",schemaPath:"#/properties/grace/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
break;
}
}
if(_errs78 === errors){
if(data33.from !== undefined){
const _errs79 = errors;
if(!(validate73(data33.from, {instancePath:instancePath+"/grace/from",parentData:data33,parentDataProperty:"from",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate73.errors : vErrors.concat(validate73.errors);
errors = vErrors.length;
}
var valid12 = _errs79 === errors;
}
else {
var valid12 = true;
}
if(valid12){
if(data33.periods !== undefined){
let data35 = data33.periods;
const _errs80 = errors;
if(!(((typeof data35 == "number") && (!(data35 % 1) && !isNaN(data35))) && (isFinite(data35)))){
const err15 = {instancePath:instancePath+"/grace/periods",schemaPath:"#/properties/grace/anyOf/0/properties/periods/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(errors === _errs80){
if((typeof data35 == "number") && (isFinite(data35))){
if(data35 < 0 || isNaN(data35)){
const err16 = {instancePath:instancePath+"/grace/periods",schemaPath:"#/properties/grace/anyOf/0/properties/periods/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
var valid12 = _errs80 === errors;
}
else {
var valid12 = true;
}
if(valid12){
if(data33.waives !== undefined){
let data36 = data33.waives;
const _errs82 = errors;
if(errors === _errs82){
if(Array.isArray(data36)){
var valid13 = true;
const len0 = data36.length;
for(let i0=0; i0<len0; i0++){
const _errs84 = errors;
if(typeof data36[i0] !== "string"){
const err17 = {instancePath:instancePath+"/grace/waives/" + i0,schemaPath:"#/properties/grace/anyOf/0/properties/waives/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
var valid13 = _errs84 === errors;
if(!valid13){
break;
}
}
}
else {
const err18 = {instancePath:instancePath+"/grace/waives",schemaPath:"#/properties/grace/anyOf/0/properties/waives/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
var valid12 = _errs82 === errors;
}
else {
var valid12 = true;
}
}
}
}
}
}
else {
const err19 = {instancePath:instancePath+"/grace",schemaPath:"#/properties/grace/anyOf/0/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
var _valid2 = _errs76 === errors;
valid11 = valid11 || _valid2;
const _errs86 = errors;
if(data33 !== null){
const err20 = {instancePath:instancePath+"/grace",schemaPath:"#/properties/grace/anyOf/1/type",keyword:"type",params:{type: "null"}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
var _valid2 = _errs86 === errors;
valid11 = valid11 || _valid2;
if(!valid11){
const err21 = {instancePath:instancePath+"/grace",schemaPath:"#/properties/grace/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
validate53.errors = vErrors;
return false;
}
else {
errors = _errs75;
if(vErrors !== null){
if(_errs75){
vErrors.length = _errs75;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs74 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.kpis !== undefined){
let data38 = data.kpis;
const _errs88 = errors;
if(errors === _errs88){
if(Array.isArray(data38)){
if(data38.length < 1){
validate53.errors = [{instancePath:instancePath+"/kpis",schemaPath:"#/properties/kpis/minItems",keyword:"minItems",params:{limit: 1}}];
return false;
}
else {
var valid14 = true;
const len1 = data38.length;
for(let i1=0; i1<len1; i1++){
const _errs90 = errors;
if(!(validate75(data38[i1], {instancePath:instancePath+"/kpis/" + i1,parentData:data38,parentDataProperty:i1,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate75.errors : vErrors.concat(validate75.errors);
errors = vErrors.length;
}
var valid14 = _errs90 === errors;
if(!valid14){
break;
}
}
}
}
else {
validate53.errors = [{instancePath:instancePath+"/kpis",schemaPath:"#/properties/kpis/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs88 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.composite !== undefined){
let data40 = data.composite;
const _errs91 = errors;
if(errors === _errs91){
if(data40 && typeof data40 == "object" && !Array.isArray(data40)){
let missing10;
if(((data40.rule === undefined) && (missing10 = "rule")) || ((data40.minWeightLeft === undefined) && (missing10 = "minWeightLeft"))){
validate53.errors = [{instancePath:instancePath+"/composite",schemaPath:"#/properties/composite/required",keyword:"required",params:{missingProperty: missing10}}];
return false;
}
else {
const _errs93 = errors;
for(const key10 in data40){
if(!((key10 === "rule") || (key10 === "minWeightLeft"))){
validate53.errors = [{instancePath:instancePath+"/composite",schemaPath:"#/properties/composite/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10}}];
return false;
break;
}
}
if(_errs93 === errors){
if(data40.rule !== undefined){
let data41 = data40.rule;
const _errs94 = errors;
if(typeof data41 !== "string"){
validate53.errors = [{instancePath:instancePath+"/composite/rule",schemaPath:"#/properties/composite/properties/rule/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((data41 === "weighted_mean") || (data41 === "min"))){
validate53.errors = [{instancePath:instancePath+"/composite/rule",schemaPath:"#/properties/composite/properties/rule/enum",keyword:"enum",params:{allowedValues: schema20.properties.composite.properties.rule.enum}}];
return false;
}
var valid15 = _errs94 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data40.minWeightLeft !== undefined){
const _errs96 = errors;
if(!(validate82(data40.minWeightLeft, {instancePath:instancePath+"/composite/minWeightLeft",parentData:data40,parentDataProperty:"minWeightLeft",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate82.errors : vErrors.concat(validate82.errors);
errors = vErrors.length;
}
var valid15 = _errs96 === errors;
}
else {
var valid15 = true;
}
}
}
}
}
else {
validate53.errors = [{instancePath:instancePath+"/composite",schemaPath:"#/properties/composite/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs91 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.gates !== undefined){
let data43 = data.gates;
const _errs97 = errors;
if(errors === _errs97){
if(Array.isArray(data43)){
var valid16 = true;
const len2 = data43.length;
for(let i2=0; i2<len2; i2++){
const _errs99 = errors;
if(!(validate100(data43[i2], {instancePath:instancePath+"/gates/" + i2,parentData:data43,parentDataProperty:i2,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate100.errors : vErrors.concat(validate100.errors);
errors = vErrors.length;
}
var valid16 = _errs99 === errors;
if(!valid16){
break;
}
}
}
else {
validate53.errors = [{instancePath:instancePath+"/gates",schemaPath:"#/properties/gates/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs97 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.fees !== undefined){
let data45 = data.fees;
const _errs100 = errors;
if(errors === _errs100){
if(Array.isArray(data45)){
var valid17 = true;
const len3 = data45.length;
for(let i3=0; i3<len3; i3++){
const _errs102 = errors;
if(!(validate104(data45[i3], {instancePath:instancePath+"/fees/" + i3,parentData:data45,parentDataProperty:i3,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate104.errors : vErrors.concat(validate104.errors);
errors = vErrors.length;
}
var valid17 = _errs102 === errors;
if(!valid17){
break;
}
}
}
else {
validate53.errors = [{instancePath:instancePath+"/fees",schemaPath:"#/properties/fees/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs100 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.duties !== undefined){
let data47 = data.duties;
const _errs103 = errors;
if(errors === _errs103){
if(Array.isArray(data47)){
var valid18 = true;
const len4 = data47.length;
for(let i4=0; i4<len4; i4++){
const _errs105 = errors;
if(!(validate187(data47[i4], {instancePath:instancePath+"/duties/" + i4,parentData:data47,parentDataProperty:i4,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate187.errors : vErrors.concat(validate187.errors);
errors = vErrors.length;
}
var valid18 = _errs105 === errors;
if(!valid18){
break;
}
}
}
else {
validate53.errors = [{instancePath:instancePath+"/duties",schemaPath:"#/properties/duties/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs103 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.payment !== undefined){
let data49 = data.payment;
const _errs106 = errors;
const _errs107 = errors;
let valid19 = false;
const _errs108 = errors;
if(errors === _errs108){
if(data49 && typeof data49 == "object" && !Array.isArray(data49)){
let missing11;
if((data49.dueDays === undefined) && (missing11 = "dueDays")){
const err22 = {instancePath:instancePath+"/payment",schemaPath:"#/properties/payment/anyOf/0/required",keyword:"required",params:{missingProperty: missing11}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
else {
const _errs110 = errors;
for(const key11 in data49){
if(!(key11 === "dueDays")){
const err23 = {instancePath:instancePath+"/payment",schemaPath:"#/properties/payment/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key11}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
break;
}
}
if(_errs110 === errors){
if(data49.dueDays !== undefined){
let data50 = data49.dueDays;
const _errs111 = errors;
if(!(((typeof data50 == "number") && (!(data50 % 1) && !isNaN(data50))) && (isFinite(data50)))){
const err24 = {instancePath:instancePath+"/payment/dueDays",schemaPath:"#/properties/payment/anyOf/0/properties/dueDays/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(errors === _errs111){
if((typeof data50 == "number") && (isFinite(data50))){
if(data50 < 0 || isNaN(data50)){
const err25 = {instancePath:instancePath+"/payment/dueDays",schemaPath:"#/properties/payment/anyOf/0/properties/dueDays/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
}
}
}
}
}
else {
const err26 = {instancePath:instancePath+"/payment",schemaPath:"#/properties/payment/anyOf/0/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
var _valid3 = _errs108 === errors;
valid19 = valid19 || _valid3;
const _errs113 = errors;
if(data49 !== null){
const err27 = {instancePath:instancePath+"/payment",schemaPath:"#/properties/payment/anyOf/1/type",keyword:"type",params:{type: "null"}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
var _valid3 = _errs113 === errors;
valid19 = valid19 || _valid3;
if(!valid19){
const err28 = {instancePath:instancePath+"/payment",schemaPath:"#/properties/payment/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
validate53.errors = vErrors;
return false;
}
else {
errors = _errs107;
if(vErrors !== null){
if(_errs107){
vErrors.length = _errs107;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs106 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.amendments !== undefined){
let data51 = data.amendments;
const _errs115 = errors;
const _errs116 = errors;
let valid21 = false;
const _errs117 = errors;
if(errors === _errs117){
if(data51 && typeof data51 == "object" && !Array.isArray(data51)){
let missing12;
if(((((data51.noticeDays === undefined) && (missing12 = "noticeDays")) || ((data51.maxTargetChange === undefined) && (missing12 = "maxTargetChange"))) || ((data51.maxDrift === undefined) && (missing12 = "maxDrift"))) || ((data51.minPeriodsBetween === undefined) && (missing12 = "minPeriodsBetween"))){
const err29 = {instancePath:instancePath+"/amendments",schemaPath:"#/properties/amendments/anyOf/0/required",keyword:"required",params:{missingProperty: missing12}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
else {
const _errs119 = errors;
for(const key12 in data51){
if(!((((key12 === "noticeDays") || (key12 === "maxTargetChange")) || (key12 === "maxDrift")) || (key12 === "minPeriodsBetween"))){
const err30 = {instancePath:instancePath+"/amendments",schemaPath:"#/properties/amendments/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key12}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
break;
}
}
if(_errs119 === errors){
if(data51.noticeDays !== undefined){
let data52 = data51.noticeDays;
const _errs120 = errors;
if(!(((typeof data52 == "number") && (!(data52 % 1) && !isNaN(data52))) && (isFinite(data52)))){
const err31 = {instancePath:instancePath+"/amendments/noticeDays",schemaPath:"#/properties/amendments/anyOf/0/properties/noticeDays/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if(errors === _errs120){
if((typeof data52 == "number") && (isFinite(data52))){
if(data52 < 0 || isNaN(data52)){
const err32 = {instancePath:instancePath+"/amendments/noticeDays",schemaPath:"#/properties/amendments/anyOf/0/properties/noticeDays/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
}
var valid22 = _errs120 === errors;
}
else {
var valid22 = true;
}
if(valid22){
if(data51.maxTargetChange !== undefined){
const _errs122 = errors;
if(!(validate190(data51.maxTargetChange, {instancePath:instancePath+"/amendments/maxTargetChange",parentData:data51,parentDataProperty:"maxTargetChange",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate190.errors : vErrors.concat(validate190.errors);
errors = vErrors.length;
}
var valid22 = _errs122 === errors;
}
else {
var valid22 = true;
}
if(valid22){
if(data51.maxDrift !== undefined){
const _errs123 = errors;
if(!(validate190(data51.maxDrift, {instancePath:instancePath+"/amendments/maxDrift",parentData:data51,parentDataProperty:"maxDrift",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate190.errors : vErrors.concat(validate190.errors);
errors = vErrors.length;
}
var valid22 = _errs123 === errors;
}
else {
var valid22 = true;
}
if(valid22){
if(data51.minPeriodsBetween !== undefined){
let data55 = data51.minPeriodsBetween;
const _errs124 = errors;
if((!(((typeof data55 == "number") && (!(data55 % 1) && !isNaN(data55))) && (isFinite(data55)))) && (data55 !== null)){
const err33 = {instancePath:instancePath+"/amendments/minPeriodsBetween",schemaPath:"#/properties/amendments/anyOf/0/properties/minPeriodsBetween/type",keyword:"type",params:{type: schema20.properties.amendments.anyOf[0].properties.minPeriodsBetween.type}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
if(errors === _errs124){
if((typeof data55 == "number") && (isFinite(data55))){
if(data55 < 0 || isNaN(data55)){
const err34 = {instancePath:instancePath+"/amendments/minPeriodsBetween",schemaPath:"#/properties/amendments/anyOf/0/properties/minPeriodsBetween/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
}
var valid22 = _errs124 === errors;
}
else {
var valid22 = true;
}
}
}
}
}
}
}
else {
const err35 = {instancePath:instancePath+"/amendments",schemaPath:"#/properties/amendments/anyOf/0/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
var _valid4 = _errs117 === errors;
valid21 = valid21 || _valid4;
const _errs126 = errors;
if(data51 !== null){
const err36 = {instancePath:instancePath+"/amendments",schemaPath:"#/properties/amendments/anyOf/1/type",keyword:"type",params:{type: "null"}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
var _valid4 = _errs126 === errors;
valid21 = valid21 || _valid4;
if(!valid21){
const err37 = {instancePath:instancePath+"/amendments",schemaPath:"#/properties/amendments/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
validate53.errors = vErrors;
return false;
}
else {
errors = _errs116;
if(vErrors !== null){
if(_errs116){
vErrors.length = _errs116;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs115 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.review !== undefined){
let data56 = data.review;
const _errs128 = errors;
const _errs129 = errors;
let valid23 = false;
const _errs130 = errors;
if(errors === _errs130){
if(data56 && typeof data56 == "object" && !Array.isArray(data56)){
let missing13;
if((data56.every === undefined) && (missing13 = "every")){
const err38 = {instancePath:instancePath+"/review",schemaPath:"#/properties/review/anyOf/0/required",keyword:"required",params:{missingProperty: missing13}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
else {
const _errs132 = errors;
for(const key13 in data56){
if(!(key13 === "every")){
const err39 = {instancePath:instancePath+"/review",schemaPath:"#/properties/review/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key13}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
break;
}
}
if(_errs132 === errors){
if(data56.every !== undefined){
if(!(validate70(data56.every, {instancePath:instancePath+"/review/every",parentData:data56,parentDataProperty:"every",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate70.errors : vErrors.concat(validate70.errors);
errors = vErrors.length;
}
}
}
}
}
else {
const err40 = {instancePath:instancePath+"/review",schemaPath:"#/properties/review/anyOf/0/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
var _valid5 = _errs130 === errors;
valid23 = valid23 || _valid5;
const _errs134 = errors;
if(data56 !== null){
const err41 = {instancePath:instancePath+"/review",schemaPath:"#/properties/review/anyOf/1/type",keyword:"type",params:{type: "null"}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
var _valid5 = _errs134 === errors;
valid23 = valid23 || _valid5;
if(!valid23){
const err42 = {instancePath:instancePath+"/review",schemaPath:"#/properties/review/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
validate53.errors = vErrors;
return false;
}
else {
errors = _errs129;
if(vErrors !== null){
if(_errs129){
vErrors.length = _errs129;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs128 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.exclusions !== undefined){
let data58 = data.exclusions;
const _errs136 = errors;
const _errs137 = errors;
let valid25 = false;
const _errs138 = errors;
if(errors === _errs138){
if(data58 && typeof data58 == "object" && !Array.isArray(data58)){
let missing14;
if(((data58.fileWithinDays === undefined) && (missing14 = "fileWithinDays")) || ((data58.maxDays === undefined) && (missing14 = "maxDays"))){
const err43 = {instancePath:instancePath+"/exclusions",schemaPath:"#/properties/exclusions/anyOf/0/required",keyword:"required",params:{missingProperty: missing14}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
else {
const _errs140 = errors;
for(const key14 in data58){
if(!((key14 === "fileWithinDays") || (key14 === "maxDays"))){
const err44 = {instancePath:instancePath+"/exclusions",schemaPath:"#/properties/exclusions/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key14}};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
break;
}
}
if(_errs140 === errors){
if(data58.fileWithinDays !== undefined){
let data59 = data58.fileWithinDays;
const _errs141 = errors;
if(!(((typeof data59 == "number") && (!(data59 % 1) && !isNaN(data59))) && (isFinite(data59)))){
const err45 = {instancePath:instancePath+"/exclusions/fileWithinDays",schemaPath:"#/properties/exclusions/anyOf/0/properties/fileWithinDays/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
if(errors === _errs141){
if((typeof data59 == "number") && (isFinite(data59))){
if(data59 < 0 || isNaN(data59)){
const err46 = {instancePath:instancePath+"/exclusions/fileWithinDays",schemaPath:"#/properties/exclusions/anyOf/0/properties/fileWithinDays/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
}
var valid26 = _errs141 === errors;
}
else {
var valid26 = true;
}
if(valid26){
if(data58.maxDays !== undefined){
let data60 = data58.maxDays;
const _errs143 = errors;
if(!(((typeof data60 == "number") && (!(data60 % 1) && !isNaN(data60))) && (isFinite(data60)))){
const err47 = {instancePath:instancePath+"/exclusions/maxDays",schemaPath:"#/properties/exclusions/anyOf/0/properties/maxDays/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
if(errors === _errs143){
if((typeof data60 == "number") && (isFinite(data60))){
if(data60 < 0 || isNaN(data60)){
const err48 = {instancePath:instancePath+"/exclusions/maxDays",schemaPath:"#/properties/exclusions/anyOf/0/properties/maxDays/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
}
var valid26 = _errs143 === errors;
}
else {
var valid26 = true;
}
}
}
}
}
else {
const err49 = {instancePath:instancePath+"/exclusions",schemaPath:"#/properties/exclusions/anyOf/0/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
var _valid6 = _errs138 === errors;
valid25 = valid25 || _valid6;
const _errs145 = errors;
if(data58 !== null){
const err50 = {instancePath:instancePath+"/exclusions",schemaPath:"#/properties/exclusions/anyOf/1/type",keyword:"type",params:{type: "null"}};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
var _valid6 = _errs145 === errors;
valid25 = valid25 || _valid6;
if(!valid25){
const err51 = {instancePath:instancePath+"/exclusions",schemaPath:"#/properties/exclusions/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
validate53.errors = vErrors;
return false;
}
else {
errors = _errs137;
if(vErrors !== null){
if(_errs137){
vErrors.length = _errs137;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs136 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.exit !== undefined){
let data61 = data.exit;
const _errs147 = errors;
const _errs148 = errors;
let valid27 = false;
const _errs149 = errors;
if(errors === _errs149){
if(data61 && typeof data61 == "object" && !Array.isArray(data61)){
let missing15;
if((((data61.noticeDays === undefined) && (missing15 = "noticeDays")) || ((data61.handoverDays === undefined) && (missing15 = "handoverDays"))) || ((data61.checklist === undefined) && (missing15 = "checklist"))){
const err52 = {instancePath:instancePath+"/exit",schemaPath:"#/properties/exit/anyOf/0/required",keyword:"required",params:{missingProperty: missing15}};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
else {
const _errs151 = errors;
for(const key15 in data61){
if(!(((key15 === "noticeDays") || (key15 === "handoverDays")) || (key15 === "checklist"))){
const err53 = {instancePath:instancePath+"/exit",schemaPath:"#/properties/exit/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key15}};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
break;
}
}
if(_errs151 === errors){
if(data61.noticeDays !== undefined){
let data62 = data61.noticeDays;
const _errs152 = errors;
if(!(((typeof data62 == "number") && (!(data62 % 1) && !isNaN(data62))) && (isFinite(data62)))){
const err54 = {instancePath:instancePath+"/exit/noticeDays",schemaPath:"#/properties/exit/anyOf/0/properties/noticeDays/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
if(errors === _errs152){
if((typeof data62 == "number") && (isFinite(data62))){
if(data62 < 0 || isNaN(data62)){
const err55 = {instancePath:instancePath+"/exit/noticeDays",schemaPath:"#/properties/exit/anyOf/0/properties/noticeDays/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
}
var valid28 = _errs152 === errors;
}
else {
var valid28 = true;
}
if(valid28){
if(data61.handoverDays !== undefined){
let data63 = data61.handoverDays;
const _errs154 = errors;
if(!(((typeof data63 == "number") && (!(data63 % 1) && !isNaN(data63))) && (isFinite(data63)))){
const err56 = {instancePath:instancePath+"/exit/handoverDays",schemaPath:"#/properties/exit/anyOf/0/properties/handoverDays/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
if(errors === _errs154){
if((typeof data63 == "number") && (isFinite(data63))){
if(data63 < 0 || isNaN(data63)){
const err57 = {instancePath:instancePath+"/exit/handoverDays",schemaPath:"#/properties/exit/anyOf/0/properties/handoverDays/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
}
var valid28 = _errs154 === errors;
}
else {
var valid28 = true;
}
if(valid28){
if(data61.checklist !== undefined){
let data64 = data61.checklist;
const _errs156 = errors;
if(errors === _errs156){
if(Array.isArray(data64)){
var valid29 = true;
const len5 = data64.length;
for(let i5=0; i5<len5; i5++){
const _errs158 = errors;
if(typeof data64[i5] !== "string"){
const err58 = {instancePath:instancePath+"/exit/checklist/" + i5,schemaPath:"#/properties/exit/anyOf/0/properties/checklist/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
var valid29 = _errs158 === errors;
if(!valid29){
break;
}
}
}
else {
const err59 = {instancePath:instancePath+"/exit/checklist",schemaPath:"#/properties/exit/anyOf/0/properties/checklist/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
var valid28 = _errs156 === errors;
}
else {
var valid28 = true;
}
}
}
}
}
}
else {
const err60 = {instancePath:instancePath+"/exit",schemaPath:"#/properties/exit/anyOf/0/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
var _valid7 = _errs149 === errors;
valid27 = valid27 || _valid7;
const _errs160 = errors;
if(data61 !== null){
const err61 = {instancePath:instancePath+"/exit",schemaPath:"#/properties/exit/anyOf/1/type",keyword:"type",params:{type: "null"}};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
var _valid7 = _errs160 === errors;
valid27 = valid27 || _valid7;
if(!valid27){
const err62 = {instancePath:instancePath+"/exit",schemaPath:"#/properties/exit/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
validate53.errors = vErrors;
return false;
}
else {
errors = _errs148;
if(vErrors !== null){
if(_errs148){
vErrors.length = _errs148;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs147 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.dashboard !== undefined){
let data66 = data.dashboard;
const _errs162 = errors;
const _errs163 = errors;
let valid30 = false;
const _errs164 = errors;
if(errors === _errs164){
if(data66 && typeof data66 == "object" && !Array.isArray(data66)){
let missing16;
if((data66.share === undefined) && (missing16 = "share")){
const err63 = {instancePath:instancePath+"/dashboard",schemaPath:"#/properties/dashboard/anyOf/0/required",keyword:"required",params:{missingProperty: missing16}};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
else {
const _errs166 = errors;
for(const key16 in data66){
if(!((key16 === "share") || (key16 === "public"))){
const err64 = {instancePath:instancePath+"/dashboard",schemaPath:"#/properties/dashboard/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key16}};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
break;
}
}
if(_errs166 === errors){
if(data66.share !== undefined){
let data67 = data66.share;
const _errs167 = errors;
if(errors === _errs167){
if(Array.isArray(data67)){
var valid32 = true;
const len6 = data67.length;
for(let i6=0; i6<len6; i6++){
const _errs169 = errors;
if(!(validate60(data67[i6], {instancePath:instancePath+"/dashboard/share/" + i6,parentData:data67,parentDataProperty:i6,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate60.errors : vErrors.concat(validate60.errors);
errors = vErrors.length;
}
var valid32 = _errs169 === errors;
if(!valid32){
break;
}
}
}
else {
const err65 = {instancePath:instancePath+"/dashboard/share",schemaPath:"#/properties/dashboard/anyOf/0/properties/share/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
var valid31 = _errs167 === errors;
}
else {
var valid31 = true;
}
if(valid31){
if(data66.public !== undefined){
const _errs170 = errors;
if(true !== data66.public){
const err66 = {instancePath:instancePath+"/dashboard/public",schemaPath:"#/properties/dashboard/anyOf/0/properties/public/const",keyword:"const",params:{allowedValue: true}};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
var valid31 = _errs170 === errors;
}
else {
var valid31 = true;
}
}
}
}
}
else {
const err67 = {instancePath:instancePath+"/dashboard",schemaPath:"#/properties/dashboard/anyOf/0/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
var _valid8 = _errs164 === errors;
valid30 = valid30 || _valid8;
const _errs171 = errors;
if(data66 !== null){
const err68 = {instancePath:instancePath+"/dashboard",schemaPath:"#/properties/dashboard/anyOf/1/type",keyword:"type",params:{type: "null"}};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
var _valid8 = _errs171 === errors;
valid30 = valid30 || _valid8;
if(!valid30){
const err69 = {instancePath:instancePath+"/dashboard",schemaPath:"#/properties/dashboard/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
validate53.errors = vErrors;
return false;
}
else {
errors = _errs163;
if(vErrors !== null){
if(_errs163){
vErrors.length = _errs163;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs162 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.watch !== undefined){
let data70 = data.watch;
const _errs173 = errors;
if(errors === _errs173){
if(Array.isArray(data70)){
var valid33 = true;
const len7 = data70.length;
for(let i7=0; i7<len7; i7++){
const _errs175 = errors;
if(typeof data70[i7] !== "string"){
validate53.errors = [{instancePath:instancePath+"/watch/" + i7,schemaPath:"#/properties/watch/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid33 = _errs175 === errors;
if(!valid33){
break;
}
}
}
else {
validate53.errors = [{instancePath:instancePath+"/watch",schemaPath:"#/properties/watch/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs173 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.baseline !== undefined){
let data72 = data.baseline;
const _errs177 = errors;
if(errors === _errs177){
if(Array.isArray(data72)){
var valid34 = true;
const len8 = data72.length;
for(let i8=0; i8<len8; i8++){
let data73 = data72[i8];
const _errs179 = errors;
if(errors === _errs179){
if(data73 && typeof data73 == "object" && !Array.isArray(data73)){
let missing17;
if(((data73.metric === undefined) && (missing17 = "metric")) || ((data73.values === undefined) && (missing17 = "values"))){
validate53.errors = [{instancePath:instancePath+"/baseline/" + i8,schemaPath:"#/properties/baseline/items/required",keyword:"required",params:{missingProperty: missing17}}];
return false;
}
else {
const _errs181 = errors;
for(const key17 in data73){
if(!((key17 === "metric") || (key17 === "values"))){
validate53.errors = [{instancePath:instancePath+"/baseline/" + i8,schemaPath:"#/properties/baseline/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key17}}];
return false;
break;
}
}
if(_errs181 === errors){
if(data73.metric !== undefined){
const _errs182 = errors;
if(typeof data73.metric !== "string"){
validate53.errors = [{instancePath:instancePath+"/baseline/" + i8+"/metric",schemaPath:"#/properties/baseline/items/properties/metric/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid35 = _errs182 === errors;
}
else {
var valid35 = true;
}
if(valid35){
if(data73.values !== undefined){
let data75 = data73.values;
const _errs184 = errors;
if(errors === _errs184){
if(Array.isArray(data75)){
var valid36 = true;
const len9 = data75.length;
for(let i9=0; i9<len9; i9++){
let data76 = data75[i9];
const _errs186 = errors;
if(errors === _errs186){
if(data76 && typeof data76 == "object" && !Array.isArray(data76)){
let missing18;
if(((data76.period === undefined) && (missing18 = "period")) || ((data76.value === undefined) && (missing18 = "value"))){
validate53.errors = [{instancePath:instancePath+"/baseline/" + i8+"/values/" + i9,schemaPath:"#/properties/baseline/items/properties/values/items/required",keyword:"required",params:{missingProperty: missing18}}];
return false;
}
else {
const _errs188 = errors;
for(const key18 in data76){
if(!((key18 === "period") || (key18 === "value"))){
validate53.errors = [{instancePath:instancePath+"/baseline/" + i8+"/values/" + i9,schemaPath:"#/properties/baseline/items/properties/values/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key18}}];
return false;
break;
}
}
if(_errs188 === errors){
if(data76.period !== undefined){
const _errs189 = errors;
if(!(validate73(data76.period, {instancePath:instancePath+"/baseline/" + i8+"/values/" + i9+"/period",parentData:data76,parentDataProperty:"period",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate73.errors : vErrors.concat(validate73.errors);
errors = vErrors.length;
}
var valid37 = _errs189 === errors;
}
else {
var valid37 = true;
}
if(valid37){
if(data76.value !== undefined){
const _errs190 = errors;
if(!(validate82(data76.value, {instancePath:instancePath+"/baseline/" + i8+"/values/" + i9+"/value",parentData:data76,parentDataProperty:"value",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate82.errors : vErrors.concat(validate82.errors);
errors = vErrors.length;
}
var valid37 = _errs190 === errors;
}
else {
var valid37 = true;
}
}
}
}
}
else {
validate53.errors = [{instancePath:instancePath+"/baseline/" + i8+"/values/" + i9,schemaPath:"#/properties/baseline/items/properties/values/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid36 = _errs186 === errors;
if(!valid36){
break;
}
}
}
else {
validate53.errors = [{instancePath:instancePath+"/baseline/" + i8+"/values",schemaPath:"#/properties/baseline/items/properties/values/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid35 = _errs184 === errors;
}
else {
var valid35 = true;
}
}
}
}
}
else {
validate53.errors = [{instancePath:instancePath+"/baseline/" + i8,schemaPath:"#/properties/baseline/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid34 = _errs179 === errors;
if(!valid34){
break;
}
}
}
else {
validate53.errors = [{instancePath:instancePath+"/baseline",schemaPath:"#/properties/baseline/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs177 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate53.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate53.errors = vErrors;
return errors === 0;
}
validate53.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema54 = {"type":"object","additionalProperties":false,"required":["facts","measures","metrics","fx","reconcile","views"],"properties":{"facts":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["id","source","grain","custodian","freshness","clause"],"properties":{"id":{"type":"string"},"source":{"anyOf":[{"type":"object","additionalProperties":false,"required":["table"],"properties":{"table":{"type":"string"},"format":{"type":"object","additionalProperties":false,"properties":{"encoding":{"type":"string"},"delimiter":{"type":"string"},"skip":{"type":"integer"},"headerStartsWith":{"type":"string"},"comment":{"type":"string"},"dropFirst":{"type":"integer"},"stopAt":{"type":"string"},"decimal":{"type":"string"},"thousands":{"type":"string"},"nulls":{"type":"array","items":{"type":"string"}},"ragged":{"type":"boolean"},"rowNumber":{"type":"string"},"sheet":{"type":"string"}}},"columns":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["name","header","time","strip"],"properties":{"name":{"type":"string"},"header":{"type":"string"},"time":{"type":["string","null"]},"strip":{"type":"array","items":{"type":"string"}},"round":{"type":"integer"},"fill":{"const":"down"}}}}}},{"type":"object","additionalProperties":false,"required":["view"],"properties":{"view":{"type":"string"}}}]},"grain":{"type":"array","items":{"type":"string"}},"custodian":{"$ref":"#/$defs/party"},"freshness":{"anyOf":[{"type":"object","additionalProperties":false,"required":["table","column","where"],"properties":{"table":{"type":["string","null"]},"column":{"type":"string"},"where":{"anyOf":[{"$ref":"#/$defs/filter"},{"type":"null"}]}}},{"type":"null"}]},"clause":{"$ref":"#/$defs/clause"}}}},"measures":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["id","definition","of","aggregate","when","where","currency","nulls","clause"],"properties":{"id":{"type":"string"},"title":{"$ref":"#/$defs/text"},"definition":{"$ref":"#/$defs/text"},"of":{"type":"string"},"aggregate":{"anyOf":[{"type":"object","additionalProperties":false,"required":["sum"],"properties":{"sum":{"type":"string"}}},{"type":"object","additionalProperties":false,"required":["count"],"properties":{"count":{"const":"rows"}}},{"type":"object","additionalProperties":false,"required":["countDistinct"],"properties":{"countDistinct":{"type":"string"}}}]},"when":{"type":"object","additionalProperties":false,"required":["column","zone"],"properties":{"column":{"type":"string"},"zone":{"type":["string","null"]}}},"where":{"anyOf":[{"$ref":"#/$defs/filter"},{"type":"null"}]},"currency":{"anyOf":[{"type":["string","null"]},{"type":"object","additionalProperties":false,"required":["code"],"properties":{"code":{"type":"string"}}}]},"by":{"type":"array","items":{"anyOf":[{"type":"object","additionalProperties":false,"required":["column","top"],"properties":{"column":{"type":"string"},"top":{"type":"integer"}}},{"type":"object","additionalProperties":false,"required":["column","values"],"properties":{"column":{"type":"string"},"values":{"type":"array","items":{"type":"string"}}}},{"type":"object","additionalProperties":false,"required":["column","lag"],"properties":{"column":{"type":"string"},"lag":{"type":"object","additionalProperties":false,"required":["days","of"],"properties":{"days":{"type":"integer"},"of":{"type":"string"}}}}}]}},"nulls":{"type":"string","enum":["undefined","zero"]},"clause":{"$ref":"#/$defs/clause"}}}},"metrics":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["id","title","formula","text","unit","type","decimals","clause"],"properties":{"id":{"type":"string"},"title":{"$ref":"#/$defs/text"},"formula":{"$ref":"#/$defs/expression"},"text":{"type":"string"},"unit":{"type":"string","enum":["money","number","share"]},"type":{"type":"string","enum":["flow","ratio"]},"decimals":{"type":["integer","null"],"minimum":0},"clause":{"$ref":"#/$defs/clause"}}}},"fx":{"anyOf":[{"type":"object","additionalProperties":false,"required":["fact","date","currency","rate","maxAgeDays","inverted","clause"],"properties":{"fact":{"type":"string"},"date":{"type":"string"},"currency":{"type":"string"},"rate":{"type":"string"},"maxAgeDays":{"type":"integer","minimum":0},"inverted":{"type":"boolean"},"clause":{"$ref":"#/$defs/clause"}}},{"type":"null"}]},"reconcile":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["id","left","right","tolerance","onBreach","clause"],"properties":{"id":{"type":"string"},"left":{"type":"string"},"right":{"type":"string"},"tolerance":{"$ref":"#/$defs/exact"},"onBreach":{"type":"string","enum":["hold","flag"]},"clause":{"$ref":"#/$defs/clause"}}}},"views":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["name","duckdb","bigquery"],"properties":{"name":{"type":"string"},"duckdb":{"type":["string","null"]},"bigquery":{"type":["string","null"]}}}},"seasons":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["name","dates","factor","basis","clause"],"properties":{"name":{"$ref":"#/$defs/text"},"dates":{"type":"array","items":{"$ref":"#/$defs/dateRange"}},"factor":{"$ref":"#/$defs/exactOrNull"},"basis":{"anyOf":[{"type":"array","items":{"$ref":"#/$defs/dateRange"}},{"type":"null"}]},"clause":{"$ref":"#/$defs/clause"}}}},"tree":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["metric","factors","clause"],"properties":{"metric":{"type":"string"},"factors":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["metric","per"],"properties":{"metric":{"type":"string"},"per":{"type":"boolean"}}}},"clause":{"$ref":"#/$defs/clause"}}}}}};
const schema55 = {"anyOf":[{"type":"object","additionalProperties":false,"required":["all"],"properties":{"all":{"type":"array","items":{"$ref":"#/$defs/filter"}}}},{"type":"object","additionalProperties":false,"required":["any"],"properties":{"any":{"type":"array","items":{"$ref":"#/$defs/filter"}}}},{"type":"object","additionalProperties":false,"required":["column","op","value"],"properties":{"column":{"type":"string"},"op":{"type":"string","enum":["eq","gt","gte","lt","lte"]},"value":{"$ref":"#/$defs/literal"}}},{"type":"object","additionalProperties":false,"required":["column","op","values"],"properties":{"column":{"type":"string"},"op":{"type":"string","enum":["in","notIn"]},"values":{"type":"array","items":{"$ref":"#/$defs/literal"}}}},{"type":"object","additionalProperties":false,"required":["column","op","low","high"],"properties":{"column":{"type":"string"},"op":{"const":"between"},"low":{"$ref":"#/$defs/literal"},"high":{"$ref":"#/$defs/literal"}}},{"type":"object","additionalProperties":false,"required":["column","op","value"],"properties":{"column":{"type":"string"},"op":{"const":"isNull"},"value":{"type":"boolean"}}}]};
const wrapper0 = {validate: validate203};

function validate204(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate204.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
const _errs0 = errors;
let valid0 = false;
const _errs1 = errors;
if(errors === _errs1){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.type === undefined) && (missing0 = "type")) || ((data.value === undefined) && (missing0 = "value"))){
const err0 = {instancePath,schemaPath:"#/anyOf/0/required",keyword:"required",params:{missingProperty: missing0}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
else {
const _errs3 = errors;
for(const key0 in data){
if(!((key0 === "type") || (key0 === "value"))){
const err1 = {instancePath,schemaPath:"#/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
break;
}
}
if(_errs3 === errors){
if(data.type !== undefined){
const _errs4 = errors;
if("string" !== data.type){
const err2 = {instancePath:instancePath+"/type",schemaPath:"#/anyOf/0/properties/type/const",keyword:"const",params:{allowedValue: "string"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var valid1 = _errs4 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.value !== undefined){
const _errs5 = errors;
if(typeof data.value !== "string"){
const err3 = {instancePath:instancePath+"/value",schemaPath:"#/anyOf/0/properties/value/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
var valid1 = _errs5 === errors;
}
else {
var valid1 = true;
}
}
}
}
}
else {
const err4 = {instancePath,schemaPath:"#/anyOf/0/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
var _valid0 = _errs1 === errors;
valid0 = valid0 || _valid0;
if(_valid0){
var props0 = true;
}
const _errs7 = errors;
if(errors === _errs7){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing1;
if(((data.type === undefined) && (missing1 = "type")) || ((data.value === undefined) && (missing1 = "value"))){
const err5 = {instancePath,schemaPath:"#/anyOf/1/required",keyword:"required",params:{missingProperty: missing1}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
else {
const _errs9 = errors;
for(const key1 in data){
if(!((key1 === "type") || (key1 === "value"))){
const err6 = {instancePath,schemaPath:"#/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
break;
}
}
if(_errs9 === errors){
if(data.type !== undefined){
const _errs10 = errors;
if("number" !== data.type){
const err7 = {instancePath:instancePath+"/type",schemaPath:"#/anyOf/1/properties/type/const",keyword:"const",params:{allowedValue: "number"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
var valid2 = _errs10 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data.value !== undefined){
const _errs11 = errors;
if(!(validate82(data.value, {instancePath:instancePath+"/value",parentData:data,parentDataProperty:"value",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate82.errors : vErrors.concat(validate82.errors);
errors = vErrors.length;
}
var valid2 = _errs11 === errors;
}
else {
var valid2 = true;
}
}
}
}
}
else {
const err8 = {instancePath,schemaPath:"#/anyOf/1/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
var _valid0 = _errs7 === errors;
valid0 = valid0 || _valid0;
if(_valid0){
if(props0 !== true){
props0 = true;
}
}
const _errs12 = errors;
if(errors === _errs12){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing2;
if(((data.type === undefined) && (missing2 = "type")) || ((data.value === undefined) && (missing2 = "value"))){
const err9 = {instancePath,schemaPath:"#/anyOf/2/required",keyword:"required",params:{missingProperty: missing2}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
else {
const _errs14 = errors;
for(const key2 in data){
if(!((key2 === "type") || (key2 === "value"))){
const err10 = {instancePath,schemaPath:"#/anyOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
break;
}
}
if(_errs14 === errors){
if(data.type !== undefined){
const _errs15 = errors;
if("boolean" !== data.type){
const err11 = {instancePath:instancePath+"/type",schemaPath:"#/anyOf/2/properties/type/const",keyword:"const",params:{allowedValue: "boolean"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
var valid3 = _errs15 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data.value !== undefined){
const _errs16 = errors;
if(typeof data.value !== "boolean"){
const err12 = {instancePath:instancePath+"/value",schemaPath:"#/anyOf/2/properties/value/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
var valid3 = _errs16 === errors;
}
else {
var valid3 = true;
}
}
}
}
}
else {
const err13 = {instancePath,schemaPath:"#/anyOf/2/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
var _valid0 = _errs12 === errors;
valid0 = valid0 || _valid0;
if(_valid0){
if(props0 !== true){
props0 = true;
}
}
if(!valid0){
const err14 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
validate204.errors = vErrors;
return false;
}
else {
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
}
validate204.errors = vErrors;
evaluated0.props = props0;
return errors === 0;
}
validate204.evaluated = {"dynamicProps":true,"dynamicItems":false};


function validate203(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate203.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
const _errs0 = errors;
let valid0 = false;
const _errs1 = errors;
if(errors === _errs1){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.all === undefined) && (missing0 = "all")){
const err0 = {instancePath,schemaPath:"#/anyOf/0/required",keyword:"required",params:{missingProperty: missing0}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
else {
const _errs3 = errors;
for(const key0 in data){
if(!(key0 === "all")){
const err1 = {instancePath,schemaPath:"#/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
break;
}
}
if(_errs3 === errors){
if(data.all !== undefined){
let data0 = data.all;
const _errs4 = errors;
if(errors === _errs4){
if(Array.isArray(data0)){
var valid2 = true;
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
const _errs6 = errors;
if(!(wrapper0.validate(data0[i0], {instancePath:instancePath+"/all/" + i0,parentData:data0,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? wrapper0.validate.errors : vErrors.concat(wrapper0.validate.errors);
errors = vErrors.length;
}
var valid2 = _errs6 === errors;
if(!valid2){
break;
}
}
}
else {
const err2 = {instancePath:instancePath+"/all",schemaPath:"#/anyOf/0/properties/all/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
}
}
}
else {
const err3 = {instancePath,schemaPath:"#/anyOf/0/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
var _valid0 = _errs1 === errors;
valid0 = valid0 || _valid0;
if(_valid0){
var props1 = true;
}
const _errs7 = errors;
if(errors === _errs7){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing1;
if((data.any === undefined) && (missing1 = "any")){
const err4 = {instancePath,schemaPath:"#/anyOf/1/required",keyword:"required",params:{missingProperty: missing1}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
else {
const _errs9 = errors;
for(const key1 in data){
if(!(key1 === "any")){
const err5 = {instancePath,schemaPath:"#/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
break;
}
}
if(_errs9 === errors){
if(data.any !== undefined){
let data2 = data.any;
const _errs10 = errors;
if(errors === _errs10){
if(Array.isArray(data2)){
var valid4 = true;
const len1 = data2.length;
for(let i1=0; i1<len1; i1++){
const _errs12 = errors;
if(!(wrapper0.validate(data2[i1], {instancePath:instancePath+"/any/" + i1,parentData:data2,parentDataProperty:i1,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? wrapper0.validate.errors : vErrors.concat(wrapper0.validate.errors);
errors = vErrors.length;
}
var valid4 = _errs12 === errors;
if(!valid4){
break;
}
}
}
else {
const err6 = {instancePath:instancePath+"/any",schemaPath:"#/anyOf/1/properties/any/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
}
}
}
else {
const err7 = {instancePath,schemaPath:"#/anyOf/1/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
var _valid0 = _errs7 === errors;
valid0 = valid0 || _valid0;
if(_valid0){
if(props1 !== true){
props1 = true;
}
}
const _errs13 = errors;
if(errors === _errs13){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing2;
if((((data.column === undefined) && (missing2 = "column")) || ((data.op === undefined) && (missing2 = "op"))) || ((data.value === undefined) && (missing2 = "value"))){
const err8 = {instancePath,schemaPath:"#/anyOf/2/required",keyword:"required",params:{missingProperty: missing2}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
else {
const _errs15 = errors;
for(const key2 in data){
if(!(((key2 === "column") || (key2 === "op")) || (key2 === "value"))){
const err9 = {instancePath,schemaPath:"#/anyOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
break;
}
}
if(_errs15 === errors){
if(data.column !== undefined){
const _errs16 = errors;
if(typeof data.column !== "string"){
const err10 = {instancePath:instancePath+"/column",schemaPath:"#/anyOf/2/properties/column/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
var valid5 = _errs16 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data.op !== undefined){
let data5 = data.op;
const _errs18 = errors;
if(typeof data5 !== "string"){
const err11 = {instancePath:instancePath+"/op",schemaPath:"#/anyOf/2/properties/op/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(!(((((data5 === "eq") || (data5 === "gt")) || (data5 === "gte")) || (data5 === "lt")) || (data5 === "lte"))){
const err12 = {instancePath:instancePath+"/op",schemaPath:"#/anyOf/2/properties/op/enum",keyword:"enum",params:{allowedValues: schema55.anyOf[2].properties.op.enum}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
var valid5 = _errs18 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data.value !== undefined){
const _errs20 = errors;
if(!(validate204(data.value, {instancePath:instancePath+"/value",parentData:data,parentDataProperty:"value",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate204.errors : vErrors.concat(validate204.errors);
errors = vErrors.length;
}
var valid5 = _errs20 === errors;
}
else {
var valid5 = true;
}
}
}
}
}
}
else {
const err13 = {instancePath,schemaPath:"#/anyOf/2/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
var _valid0 = _errs13 === errors;
valid0 = valid0 || _valid0;
if(_valid0){
if(props1 !== true){
props1 = true;
}
}
const _errs21 = errors;
if(errors === _errs21){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing3;
if((((data.column === undefined) && (missing3 = "column")) || ((data.op === undefined) && (missing3 = "op"))) || ((data.values === undefined) && (missing3 = "values"))){
const err14 = {instancePath,schemaPath:"#/anyOf/3/required",keyword:"required",params:{missingProperty: missing3}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
else {
const _errs23 = errors;
for(const key3 in data){
if(!(((key3 === "column") || (key3 === "op")) || (key3 === "values"))){
const err15 = {instancePath,schemaPath:"#/anyOf/3/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
break;
}
}
if(_errs23 === errors){
if(data.column !== undefined){
const _errs24 = errors;
if(typeof data.column !== "string"){
const err16 = {instancePath:instancePath+"/column",schemaPath:"#/anyOf/3/properties/column/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
var valid6 = _errs24 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data.op !== undefined){
let data8 = data.op;
const _errs26 = errors;
if(typeof data8 !== "string"){
const err17 = {instancePath:instancePath+"/op",schemaPath:"#/anyOf/3/properties/op/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(!((data8 === "in") || (data8 === "notIn"))){
const err18 = {instancePath:instancePath+"/op",schemaPath:"#/anyOf/3/properties/op/enum",keyword:"enum",params:{allowedValues: schema55.anyOf[3].properties.op.enum}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
var valid6 = _errs26 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data.values !== undefined){
let data9 = data.values;
const _errs28 = errors;
if(errors === _errs28){
if(Array.isArray(data9)){
var valid7 = true;
const len2 = data9.length;
for(let i2=0; i2<len2; i2++){
const _errs30 = errors;
if(!(validate204(data9[i2], {instancePath:instancePath+"/values/" + i2,parentData:data9,parentDataProperty:i2,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate204.errors : vErrors.concat(validate204.errors);
errors = vErrors.length;
}
var valid7 = _errs30 === errors;
if(!valid7){
break;
}
}
}
else {
const err19 = {instancePath:instancePath+"/values",schemaPath:"#/anyOf/3/properties/values/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
var valid6 = _errs28 === errors;
}
else {
var valid6 = true;
}
}
}
}
}
}
else {
const err20 = {instancePath,schemaPath:"#/anyOf/3/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
var _valid0 = _errs21 === errors;
valid0 = valid0 || _valid0;
if(_valid0){
if(props1 !== true){
props1 = true;
}
}
const _errs31 = errors;
if(errors === _errs31){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing4;
if(((((data.column === undefined) && (missing4 = "column")) || ((data.op === undefined) && (missing4 = "op"))) || ((data.low === undefined) && (missing4 = "low"))) || ((data.high === undefined) && (missing4 = "high"))){
const err21 = {instancePath,schemaPath:"#/anyOf/4/required",keyword:"required",params:{missingProperty: missing4}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
else {
const _errs33 = errors;
for(const key4 in data){
if(!((((key4 === "column") || (key4 === "op")) || (key4 === "low")) || (key4 === "high"))){
const err22 = {instancePath,schemaPath:"#/anyOf/4/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
break;
}
}
if(_errs33 === errors){
if(data.column !== undefined){
const _errs34 = errors;
if(typeof data.column !== "string"){
const err23 = {instancePath:instancePath+"/column",schemaPath:"#/anyOf/4/properties/column/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
var valid8 = _errs34 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data.op !== undefined){
const _errs36 = errors;
if("between" !== data.op){
const err24 = {instancePath:instancePath+"/op",schemaPath:"#/anyOf/4/properties/op/const",keyword:"const",params:{allowedValue: "between"}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
var valid8 = _errs36 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data.low !== undefined){
const _errs37 = errors;
if(!(validate204(data.low, {instancePath:instancePath+"/low",parentData:data,parentDataProperty:"low",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate204.errors : vErrors.concat(validate204.errors);
errors = vErrors.length;
}
var valid8 = _errs37 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data.high !== undefined){
const _errs38 = errors;
if(!(validate204(data.high, {instancePath:instancePath+"/high",parentData:data,parentDataProperty:"high",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate204.errors : vErrors.concat(validate204.errors);
errors = vErrors.length;
}
var valid8 = _errs38 === errors;
}
else {
var valid8 = true;
}
}
}
}
}
}
}
else {
const err25 = {instancePath,schemaPath:"#/anyOf/4/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
var _valid0 = _errs31 === errors;
valid0 = valid0 || _valid0;
if(_valid0){
if(props1 !== true){
props1 = true;
}
}
const _errs39 = errors;
if(errors === _errs39){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing5;
if((((data.column === undefined) && (missing5 = "column")) || ((data.op === undefined) && (missing5 = "op"))) || ((data.value === undefined) && (missing5 = "value"))){
const err26 = {instancePath,schemaPath:"#/anyOf/5/required",keyword:"required",params:{missingProperty: missing5}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
else {
const _errs41 = errors;
for(const key5 in data){
if(!(((key5 === "column") || (key5 === "op")) || (key5 === "value"))){
const err27 = {instancePath,schemaPath:"#/anyOf/5/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
break;
}
}
if(_errs41 === errors){
if(data.column !== undefined){
const _errs42 = errors;
if(typeof data.column !== "string"){
const err28 = {instancePath:instancePath+"/column",schemaPath:"#/anyOf/5/properties/column/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
var valid9 = _errs42 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data.op !== undefined){
const _errs44 = errors;
if("isNull" !== data.op){
const err29 = {instancePath:instancePath+"/op",schemaPath:"#/anyOf/5/properties/op/const",keyword:"const",params:{allowedValue: "isNull"}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
var valid9 = _errs44 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data.value !== undefined){
const _errs45 = errors;
if(typeof data.value !== "boolean"){
const err30 = {instancePath:instancePath+"/value",schemaPath:"#/anyOf/5/properties/value/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
var valid9 = _errs45 === errors;
}
else {
var valid9 = true;
}
}
}
}
}
}
else {
const err31 = {instancePath,schemaPath:"#/anyOf/5/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
var _valid0 = _errs39 === errors;
valid0 = valid0 || _valid0;
if(_valid0){
if(props1 !== true){
props1 = true;
}
}
if(!valid0){
const err32 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
validate203.errors = vErrors;
return false;
}
else {
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
}
validate203.errors = vErrors;
evaluated0.props = props1;
return errors === 0;
}
validate203.evaluated = {"dynamicProps":true,"dynamicItems":false};

const schema57 = {"anyOf":[{"type":"object","additionalProperties":false,"required":["number"],"properties":{"number":{"$ref":"#/$defs/exact"}}},{"type":"object","additionalProperties":false,"required":["measure"],"properties":{"measure":{"type":"string"}}},{"type":"object","additionalProperties":false,"required":["metric"],"properties":{"metric":{"type":"string"}}},{"type":"object","additionalProperties":false,"required":["negate"],"properties":{"negate":{"$ref":"#/$defs/expression"}}},{"type":"object","additionalProperties":false,"required":["op","left","right"],"properties":{"op":{"type":"string","enum":["+","-","*","/","min","max"]},"left":{"$ref":"#/$defs/expression"},"right":{"$ref":"#/$defs/expression"}}}]};
const wrapper2 = {validate: validate217};

function validate217(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate217.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
const _errs0 = errors;
let valid0 = false;
const _errs1 = errors;
if(errors === _errs1){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.number === undefined) && (missing0 = "number")){
const err0 = {instancePath,schemaPath:"#/anyOf/0/required",keyword:"required",params:{missingProperty: missing0}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
else {
const _errs3 = errors;
for(const key0 in data){
if(!(key0 === "number")){
const err1 = {instancePath,schemaPath:"#/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
break;
}
}
if(_errs3 === errors){
if(data.number !== undefined){
if(!(validate82(data.number, {instancePath:instancePath+"/number",parentData:data,parentDataProperty:"number",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate82.errors : vErrors.concat(validate82.errors);
errors = vErrors.length;
}
}
}
}
}
else {
const err2 = {instancePath,schemaPath:"#/anyOf/0/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
var _valid0 = _errs1 === errors;
valid0 = valid0 || _valid0;
if(_valid0){
var props0 = true;
}
const _errs5 = errors;
if(errors === _errs5){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing1;
if((data.measure === undefined) && (missing1 = "measure")){
const err3 = {instancePath,schemaPath:"#/anyOf/1/required",keyword:"required",params:{missingProperty: missing1}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
else {
const _errs7 = errors;
for(const key1 in data){
if(!(key1 === "measure")){
const err4 = {instancePath,schemaPath:"#/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
break;
}
}
if(_errs7 === errors){
if(data.measure !== undefined){
if(typeof data.measure !== "string"){
const err5 = {instancePath:instancePath+"/measure",schemaPath:"#/anyOf/1/properties/measure/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
}
}
else {
const err6 = {instancePath,schemaPath:"#/anyOf/1/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
var _valid0 = _errs5 === errors;
valid0 = valid0 || _valid0;
if(_valid0){
if(props0 !== true){
props0 = true;
}
}
const _errs10 = errors;
if(errors === _errs10){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing2;
if((data.metric === undefined) && (missing2 = "metric")){
const err7 = {instancePath,schemaPath:"#/anyOf/2/required",keyword:"required",params:{missingProperty: missing2}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
else {
const _errs12 = errors;
for(const key2 in data){
if(!(key2 === "metric")){
const err8 = {instancePath,schemaPath:"#/anyOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
break;
}
}
if(_errs12 === errors){
if(data.metric !== undefined){
if(typeof data.metric !== "string"){
const err9 = {instancePath:instancePath+"/metric",schemaPath:"#/anyOf/2/properties/metric/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
}
}
else {
const err10 = {instancePath,schemaPath:"#/anyOf/2/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
var _valid0 = _errs10 === errors;
valid0 = valid0 || _valid0;
if(_valid0){
if(props0 !== true){
props0 = true;
}
}
const _errs15 = errors;
if(errors === _errs15){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing3;
if((data.negate === undefined) && (missing3 = "negate")){
const err11 = {instancePath,schemaPath:"#/anyOf/3/required",keyword:"required",params:{missingProperty: missing3}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
else {
const _errs17 = errors;
for(const key3 in data){
if(!(key3 === "negate")){
const err12 = {instancePath,schemaPath:"#/anyOf/3/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
break;
}
}
if(_errs17 === errors){
if(data.negate !== undefined){
if(!(wrapper2.validate(data.negate, {instancePath:instancePath+"/negate",parentData:data,parentDataProperty:"negate",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? wrapper2.validate.errors : vErrors.concat(wrapper2.validate.errors);
errors = vErrors.length;
}
}
}
}
}
else {
const err13 = {instancePath,schemaPath:"#/anyOf/3/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
var _valid0 = _errs15 === errors;
valid0 = valid0 || _valid0;
if(_valid0){
if(props0 !== true){
props0 = true;
}
}
const _errs19 = errors;
if(errors === _errs19){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing4;
if((((data.op === undefined) && (missing4 = "op")) || ((data.left === undefined) && (missing4 = "left"))) || ((data.right === undefined) && (missing4 = "right"))){
const err14 = {instancePath,schemaPath:"#/anyOf/4/required",keyword:"required",params:{missingProperty: missing4}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
else {
const _errs21 = errors;
for(const key4 in data){
if(!(((key4 === "op") || (key4 === "left")) || (key4 === "right"))){
const err15 = {instancePath,schemaPath:"#/anyOf/4/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
break;
}
}
if(_errs21 === errors){
if(data.op !== undefined){
let data4 = data.op;
const _errs22 = errors;
if(typeof data4 !== "string"){
const err16 = {instancePath:instancePath+"/op",schemaPath:"#/anyOf/4/properties/op/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(!((((((data4 === "+") || (data4 === "-")) || (data4 === "*")) || (data4 === "/")) || (data4 === "min")) || (data4 === "max"))){
const err17 = {instancePath:instancePath+"/op",schemaPath:"#/anyOf/4/properties/op/enum",keyword:"enum",params:{allowedValues: schema57.anyOf[4].properties.op.enum}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
var valid5 = _errs22 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data.left !== undefined){
const _errs24 = errors;
if(!(wrapper2.validate(data.left, {instancePath:instancePath+"/left",parentData:data,parentDataProperty:"left",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? wrapper2.validate.errors : vErrors.concat(wrapper2.validate.errors);
errors = vErrors.length;
}
var valid5 = _errs24 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data.right !== undefined){
const _errs25 = errors;
if(!(wrapper2.validate(data.right, {instancePath:instancePath+"/right",parentData:data,parentDataProperty:"right",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? wrapper2.validate.errors : vErrors.concat(wrapper2.validate.errors);
errors = vErrors.length;
}
var valid5 = _errs25 === errors;
}
else {
var valid5 = true;
}
}
}
}
}
}
else {
const err18 = {instancePath,schemaPath:"#/anyOf/4/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
var _valid0 = _errs19 === errors;
valid0 = valid0 || _valid0;
if(_valid0){
if(props0 !== true){
props0 = true;
}
}
if(!valid0){
const err19 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
validate217.errors = vErrors;
return false;
}
else {
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
}
validate217.errors = vErrors;
evaluated0.props = props0;
return errors === 0;
}
validate217.evaluated = {"dynamicProps":true,"dynamicItems":false};


function validate201(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate201.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((data.facts === undefined) && (missing0 = "facts")) || ((data.measures === undefined) && (missing0 = "measures"))) || ((data.metrics === undefined) && (missing0 = "metrics"))) || ((data.fx === undefined) && (missing0 = "fx"))) || ((data.reconcile === undefined) && (missing0 = "reconcile"))) || ((data.views === undefined) && (missing0 = "views"))){
validate201.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((((((key0 === "facts") || (key0 === "measures")) || (key0 === "metrics")) || (key0 === "fx")) || (key0 === "reconcile")) || (key0 === "views")) || (key0 === "seasons")) || (key0 === "tree"))){
validate201.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.facts !== undefined){
let data0 = data.facts;
const _errs2 = errors;
if(errors === _errs2){
if(Array.isArray(data0)){
var valid1 = true;
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
const _errs4 = errors;
if(errors === _errs4){
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
let missing1;
if(((((((data1.id === undefined) && (missing1 = "id")) || ((data1.source === undefined) && (missing1 = "source"))) || ((data1.grain === undefined) && (missing1 = "grain"))) || ((data1.custodian === undefined) && (missing1 = "custodian"))) || ((data1.freshness === undefined) && (missing1 = "freshness"))) || ((data1.clause === undefined) && (missing1 = "clause"))){
validate201.errors = [{instancePath:instancePath+"/facts/" + i0,schemaPath:"#/properties/facts/items/required",keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
const _errs6 = errors;
for(const key1 in data1){
if(!((((((key1 === "id") || (key1 === "source")) || (key1 === "grain")) || (key1 === "custodian")) || (key1 === "freshness")) || (key1 === "clause"))){
validate201.errors = [{instancePath:instancePath+"/facts/" + i0,schemaPath:"#/properties/facts/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}}];
return false;
break;
}
}
if(_errs6 === errors){
if(data1.id !== undefined){
const _errs7 = errors;
if(typeof data1.id !== "string"){
validate201.errors = [{instancePath:instancePath+"/facts/" + i0+"/id",schemaPath:"#/properties/facts/items/properties/id/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid2 = _errs7 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.source !== undefined){
let data3 = data1.source;
const _errs9 = errors;
const _errs10 = errors;
let valid3 = false;
const _errs11 = errors;
if(errors === _errs11){
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
let missing2;
if((data3.table === undefined) && (missing2 = "table")){
const err0 = {instancePath:instancePath+"/facts/" + i0+"/source",schemaPath:"#/properties/facts/items/properties/source/anyOf/0/required",keyword:"required",params:{missingProperty: missing2}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
else {
const _errs13 = errors;
for(const key2 in data3){
if(!(((key2 === "table") || (key2 === "format")) || (key2 === "columns"))){
const err1 = {instancePath:instancePath+"/facts/" + i0+"/source",schemaPath:"#/properties/facts/items/properties/source/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
break;
}
}
if(_errs13 === errors){
if(data3.table !== undefined){
const _errs14 = errors;
if(typeof data3.table !== "string"){
const err2 = {instancePath:instancePath+"/facts/" + i0+"/source/table",schemaPath:"#/properties/facts/items/properties/source/anyOf/0/properties/table/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var valid4 = _errs14 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data3.format !== undefined){
let data5 = data3.format;
const _errs16 = errors;
if(errors === _errs16){
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
const _errs18 = errors;
for(const key3 in data5){
if(!(func1.call(schema54.properties.facts.items.properties.source.anyOf[0].properties.format.properties, key3))){
const err3 = {instancePath:instancePath+"/facts/" + i0+"/source/format",schemaPath:"#/properties/facts/items/properties/source/anyOf/0/properties/format/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
break;
}
}
if(_errs18 === errors){
if(data5.encoding !== undefined){
const _errs19 = errors;
if(typeof data5.encoding !== "string"){
const err4 = {instancePath:instancePath+"/facts/" + i0+"/source/format/encoding",schemaPath:"#/properties/facts/items/properties/source/anyOf/0/properties/format/properties/encoding/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
var valid5 = _errs19 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data5.delimiter !== undefined){
const _errs21 = errors;
if(typeof data5.delimiter !== "string"){
const err5 = {instancePath:instancePath+"/facts/" + i0+"/source/format/delimiter",schemaPath:"#/properties/facts/items/properties/source/anyOf/0/properties/format/properties/delimiter/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
var valid5 = _errs21 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data5.skip !== undefined){
let data8 = data5.skip;
const _errs23 = errors;
if(!(((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8))) && (isFinite(data8)))){
const err6 = {instancePath:instancePath+"/facts/" + i0+"/source/format/skip",schemaPath:"#/properties/facts/items/properties/source/anyOf/0/properties/format/properties/skip/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
var valid5 = _errs23 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data5.headerStartsWith !== undefined){
const _errs25 = errors;
if(typeof data5.headerStartsWith !== "string"){
const err7 = {instancePath:instancePath+"/facts/" + i0+"/source/format/headerStartsWith",schemaPath:"#/properties/facts/items/properties/source/anyOf/0/properties/format/properties/headerStartsWith/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
var valid5 = _errs25 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data5.comment !== undefined){
const _errs27 = errors;
if(typeof data5.comment !== "string"){
const err8 = {instancePath:instancePath+"/facts/" + i0+"/source/format/comment",schemaPath:"#/properties/facts/items/properties/source/anyOf/0/properties/format/properties/comment/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
var valid5 = _errs27 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data5.dropFirst !== undefined){
let data11 = data5.dropFirst;
const _errs29 = errors;
if(!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))){
const err9 = {instancePath:instancePath+"/facts/" + i0+"/source/format/dropFirst",schemaPath:"#/properties/facts/items/properties/source/anyOf/0/properties/format/properties/dropFirst/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
var valid5 = _errs29 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data5.stopAt !== undefined){
const _errs31 = errors;
if(typeof data5.stopAt !== "string"){
const err10 = {instancePath:instancePath+"/facts/" + i0+"/source/format/stopAt",schemaPath:"#/properties/facts/items/properties/source/anyOf/0/properties/format/properties/stopAt/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
var valid5 = _errs31 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data5.decimal !== undefined){
const _errs33 = errors;
if(typeof data5.decimal !== "string"){
const err11 = {instancePath:instancePath+"/facts/" + i0+"/source/format/decimal",schemaPath:"#/properties/facts/items/properties/source/anyOf/0/properties/format/properties/decimal/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
var valid5 = _errs33 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data5.thousands !== undefined){
const _errs35 = errors;
if(typeof data5.thousands !== "string"){
const err12 = {instancePath:instancePath+"/facts/" + i0+"/source/format/thousands",schemaPath:"#/properties/facts/items/properties/source/anyOf/0/properties/format/properties/thousands/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
var valid5 = _errs35 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data5.nulls !== undefined){
let data15 = data5.nulls;
const _errs37 = errors;
if(errors === _errs37){
if(Array.isArray(data15)){
var valid6 = true;
const len1 = data15.length;
for(let i1=0; i1<len1; i1++){
const _errs39 = errors;
if(typeof data15[i1] !== "string"){
const err13 = {instancePath:instancePath+"/facts/" + i0+"/source/format/nulls/" + i1,schemaPath:"#/properties/facts/items/properties/source/anyOf/0/properties/format/properties/nulls/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
var valid6 = _errs39 === errors;
if(!valid6){
break;
}
}
}
else {
const err14 = {instancePath:instancePath+"/facts/" + i0+"/source/format/nulls",schemaPath:"#/properties/facts/items/properties/source/anyOf/0/properties/format/properties/nulls/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
var valid5 = _errs37 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data5.ragged !== undefined){
const _errs41 = errors;
if(typeof data5.ragged !== "boolean"){
const err15 = {instancePath:instancePath+"/facts/" + i0+"/source/format/ragged",schemaPath:"#/properties/facts/items/properties/source/anyOf/0/properties/format/properties/ragged/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
var valid5 = _errs41 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data5.rowNumber !== undefined){
const _errs43 = errors;
if(typeof data5.rowNumber !== "string"){
const err16 = {instancePath:instancePath+"/facts/" + i0+"/source/format/rowNumber",schemaPath:"#/properties/facts/items/properties/source/anyOf/0/properties/format/properties/rowNumber/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
var valid5 = _errs43 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data5.sheet !== undefined){
const _errs45 = errors;
if(typeof data5.sheet !== "string"){
const err17 = {instancePath:instancePath+"/facts/" + i0+"/source/format/sheet",schemaPath:"#/properties/facts/items/properties/source/anyOf/0/properties/format/properties/sheet/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
var valid5 = _errs45 === errors;
}
else {
var valid5 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
const err18 = {instancePath:instancePath+"/facts/" + i0+"/source/format",schemaPath:"#/properties/facts/items/properties/source/anyOf/0/properties/format/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
var valid4 = _errs16 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data3.columns !== undefined){
let data20 = data3.columns;
const _errs47 = errors;
if(errors === _errs47){
if(Array.isArray(data20)){
var valid7 = true;
const len2 = data20.length;
for(let i2=0; i2<len2; i2++){
let data21 = data20[i2];
const _errs49 = errors;
if(errors === _errs49){
if(data21 && typeof data21 == "object" && !Array.isArray(data21)){
let missing3;
if(((((data21.name === undefined) && (missing3 = "name")) || ((data21.header === undefined) && (missing3 = "header"))) || ((data21.time === undefined) && (missing3 = "time"))) || ((data21.strip === undefined) && (missing3 = "strip"))){
const err19 = {instancePath:instancePath+"/facts/" + i0+"/source/columns/" + i2,schemaPath:"#/properties/facts/items/properties/source/anyOf/0/properties/columns/items/required",keyword:"required",params:{missingProperty: missing3}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
else {
const _errs51 = errors;
for(const key4 in data21){
if(!((((((key4 === "name") || (key4 === "header")) || (key4 === "time")) || (key4 === "strip")) || (key4 === "round")) || (key4 === "fill"))){
const err20 = {instancePath:instancePath+"/facts/" + i0+"/source/columns/" + i2,schemaPath:"#/properties/facts/items/properties/source/anyOf/0/properties/columns/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
break;
}
}
if(_errs51 === errors){
if(data21.name !== undefined){
const _errs52 = errors;
if(typeof data21.name !== "string"){
const err21 = {instancePath:instancePath+"/facts/" + i0+"/source/columns/" + i2+"/name",schemaPath:"#/properties/facts/items/properties/source/anyOf/0/properties/columns/items/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
var valid8 = _errs52 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data21.header !== undefined){
const _errs54 = errors;
if(typeof data21.header !== "string"){
const err22 = {instancePath:instancePath+"/facts/" + i0+"/source/columns/" + i2+"/header",schemaPath:"#/properties/facts/items/properties/source/anyOf/0/properties/columns/items/properties/header/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
var valid8 = _errs54 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data21.time !== undefined){
let data24 = data21.time;
const _errs56 = errors;
if((typeof data24 !== "string") && (data24 !== null)){
const err23 = {instancePath:instancePath+"/facts/" + i0+"/source/columns/" + i2+"/time",schemaPath:"#/properties/facts/items/properties/source/anyOf/0/properties/columns/items/properties/time/type",keyword:"type",params:{type: schema54.properties.facts.items.properties.source.anyOf[0].properties.columns.items.properties.time.type}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
var valid8 = _errs56 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data21.strip !== undefined){
let data25 = data21.strip;
const _errs58 = errors;
if(errors === _errs58){
if(Array.isArray(data25)){
var valid9 = true;
const len3 = data25.length;
for(let i3=0; i3<len3; i3++){
const _errs60 = errors;
if(typeof data25[i3] !== "string"){
const err24 = {instancePath:instancePath+"/facts/" + i0+"/source/columns/" + i2+"/strip/" + i3,schemaPath:"#/properties/facts/items/properties/source/anyOf/0/properties/columns/items/properties/strip/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
var valid9 = _errs60 === errors;
if(!valid9){
break;
}
}
}
else {
const err25 = {instancePath:instancePath+"/facts/" + i0+"/source/columns/" + i2+"/strip",schemaPath:"#/properties/facts/items/properties/source/anyOf/0/properties/columns/items/properties/strip/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
var valid8 = _errs58 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data21.round !== undefined){
let data27 = data21.round;
const _errs62 = errors;
if(!(((typeof data27 == "number") && (!(data27 % 1) && !isNaN(data27))) && (isFinite(data27)))){
const err26 = {instancePath:instancePath+"/facts/" + i0+"/source/columns/" + i2+"/round",schemaPath:"#/properties/facts/items/properties/source/anyOf/0/properties/columns/items/properties/round/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
var valid8 = _errs62 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data21.fill !== undefined){
const _errs64 = errors;
if("down" !== data21.fill){
const err27 = {instancePath:instancePath+"/facts/" + i0+"/source/columns/" + i2+"/fill",schemaPath:"#/properties/facts/items/properties/source/anyOf/0/properties/columns/items/properties/fill/const",keyword:"const",params:{allowedValue: "down"}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
var valid8 = _errs64 === errors;
}
else {
var valid8 = true;
}
}
}
}
}
}
}
}
}
else {
const err28 = {instancePath:instancePath+"/facts/" + i0+"/source/columns/" + i2,schemaPath:"#/properties/facts/items/properties/source/anyOf/0/properties/columns/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
var valid7 = _errs49 === errors;
if(!valid7){
break;
}
}
}
else {
const err29 = {instancePath:instancePath+"/facts/" + i0+"/source/columns",schemaPath:"#/properties/facts/items/properties/source/anyOf/0/properties/columns/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
var valid4 = _errs47 === errors;
}
else {
var valid4 = true;
}
}
}
}
}
}
else {
const err30 = {instancePath:instancePath+"/facts/" + i0+"/source",schemaPath:"#/properties/facts/items/properties/source/anyOf/0/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
var _valid0 = _errs11 === errors;
valid3 = valid3 || _valid0;
if(_valid0){
var props0 = true;
}
const _errs65 = errors;
if(errors === _errs65){
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
let missing4;
if((data3.view === undefined) && (missing4 = "view")){
const err31 = {instancePath:instancePath+"/facts/" + i0+"/source",schemaPath:"#/properties/facts/items/properties/source/anyOf/1/required",keyword:"required",params:{missingProperty: missing4}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
else {
const _errs67 = errors;
for(const key5 in data3){
if(!(key5 === "view")){
const err32 = {instancePath:instancePath+"/facts/" + i0+"/source",schemaPath:"#/properties/facts/items/properties/source/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
break;
}
}
if(_errs67 === errors){
if(data3.view !== undefined){
if(typeof data3.view !== "string"){
const err33 = {instancePath:instancePath+"/facts/" + i0+"/source/view",schemaPath:"#/properties/facts/items/properties/source/anyOf/1/properties/view/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
}
}
}
else {
const err34 = {instancePath:instancePath+"/facts/" + i0+"/source",schemaPath:"#/properties/facts/items/properties/source/anyOf/1/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
var _valid0 = _errs65 === errors;
valid3 = valid3 || _valid0;
if(_valid0){
if(props0 !== true){
props0 = true;
}
}
if(!valid3){
const err35 = {instancePath:instancePath+"/facts/" + i0+"/source",schemaPath:"#/properties/facts/items/properties/source/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
validate201.errors = vErrors;
return false;
}
else {
errors = _errs10;
if(vErrors !== null){
if(_errs10){
vErrors.length = _errs10;
}
else {
vErrors = null;
}
}
}
var valid2 = _errs9 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.grain !== undefined){
let data30 = data1.grain;
const _errs70 = errors;
if(errors === _errs70){
if(Array.isArray(data30)){
var valid11 = true;
const len4 = data30.length;
for(let i4=0; i4<len4; i4++){
const _errs72 = errors;
if(typeof data30[i4] !== "string"){
validate201.errors = [{instancePath:instancePath+"/facts/" + i0+"/grain/" + i4,schemaPath:"#/properties/facts/items/properties/grain/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid11 = _errs72 === errors;
if(!valid11){
break;
}
}
}
else {
validate201.errors = [{instancePath:instancePath+"/facts/" + i0+"/grain",schemaPath:"#/properties/facts/items/properties/grain/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid2 = _errs70 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.custodian !== undefined){
const _errs74 = errors;
if(!(validate60(data1.custodian, {instancePath:instancePath+"/facts/" + i0+"/custodian",parentData:data1,parentDataProperty:"custodian",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate60.errors : vErrors.concat(validate60.errors);
errors = vErrors.length;
}
var valid2 = _errs74 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.freshness !== undefined){
let data33 = data1.freshness;
const _errs75 = errors;
const _errs76 = errors;
let valid12 = false;
const _errs77 = errors;
if(errors === _errs77){
if(data33 && typeof data33 == "object" && !Array.isArray(data33)){
let missing5;
if((((data33.table === undefined) && (missing5 = "table")) || ((data33.column === undefined) && (missing5 = "column"))) || ((data33.where === undefined) && (missing5 = "where"))){
const err36 = {instancePath:instancePath+"/facts/" + i0+"/freshness",schemaPath:"#/properties/facts/items/properties/freshness/anyOf/0/required",keyword:"required",params:{missingProperty: missing5}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
else {
const _errs79 = errors;
for(const key6 in data33){
if(!(((key6 === "table") || (key6 === "column")) || (key6 === "where"))){
const err37 = {instancePath:instancePath+"/facts/" + i0+"/freshness",schemaPath:"#/properties/facts/items/properties/freshness/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
break;
}
}
if(_errs79 === errors){
if(data33.table !== undefined){
let data34 = data33.table;
const _errs80 = errors;
if((typeof data34 !== "string") && (data34 !== null)){
const err38 = {instancePath:instancePath+"/facts/" + i0+"/freshness/table",schemaPath:"#/properties/facts/items/properties/freshness/anyOf/0/properties/table/type",keyword:"type",params:{type: schema54.properties.facts.items.properties.freshness.anyOf[0].properties.table.type}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
var valid13 = _errs80 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data33.column !== undefined){
const _errs82 = errors;
if(typeof data33.column !== "string"){
const err39 = {instancePath:instancePath+"/facts/" + i0+"/freshness/column",schemaPath:"#/properties/facts/items/properties/freshness/anyOf/0/properties/column/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
var valid13 = _errs82 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data33.where !== undefined){
let data36 = data33.where;
const _errs84 = errors;
const _errs85 = errors;
let valid14 = false;
const _errs86 = errors;
if(!(validate203(data36, {instancePath:instancePath+"/facts/" + i0+"/freshness/where",parentData:data33,parentDataProperty:"where",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate203.errors : vErrors.concat(validate203.errors);
errors = vErrors.length;
}
var _valid2 = _errs86 === errors;
valid14 = valid14 || _valid2;
const _errs87 = errors;
if(data36 !== null){
const err40 = {instancePath:instancePath+"/facts/" + i0+"/freshness/where",schemaPath:"#/properties/facts/items/properties/freshness/anyOf/0/properties/where/anyOf/1/type",keyword:"type",params:{type: "null"}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
var _valid2 = _errs87 === errors;
valid14 = valid14 || _valid2;
if(!valid14){
const err41 = {instancePath:instancePath+"/facts/" + i0+"/freshness/where",schemaPath:"#/properties/facts/items/properties/freshness/anyOf/0/properties/where/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
else {
errors = _errs85;
if(vErrors !== null){
if(_errs85){
vErrors.length = _errs85;
}
else {
vErrors = null;
}
}
}
var valid13 = _errs84 === errors;
}
else {
var valid13 = true;
}
}
}
}
}
}
else {
const err42 = {instancePath:instancePath+"/facts/" + i0+"/freshness",schemaPath:"#/properties/facts/items/properties/freshness/anyOf/0/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
var _valid1 = _errs77 === errors;
valid12 = valid12 || _valid1;
const _errs89 = errors;
if(data33 !== null){
const err43 = {instancePath:instancePath+"/facts/" + i0+"/freshness",schemaPath:"#/properties/facts/items/properties/freshness/anyOf/1/type",keyword:"type",params:{type: "null"}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
var _valid1 = _errs89 === errors;
valid12 = valid12 || _valid1;
if(!valid12){
const err44 = {instancePath:instancePath+"/facts/" + i0+"/freshness",schemaPath:"#/properties/facts/items/properties/freshness/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
validate201.errors = vErrors;
return false;
}
else {
errors = _errs76;
if(vErrors !== null){
if(_errs76){
vErrors.length = _errs76;
}
else {
vErrors = null;
}
}
}
var valid2 = _errs75 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.clause !== undefined){
const _errs91 = errors;
if(!(validate96(data1.clause, {instancePath:instancePath+"/facts/" + i0+"/clause",parentData:data1,parentDataProperty:"clause",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate96.errors : vErrors.concat(validate96.errors);
errors = vErrors.length;
}
var valid2 = _errs91 === errors;
}
else {
var valid2 = true;
}
}
}
}
}
}
}
}
}
else {
validate201.errors = [{instancePath:instancePath+"/facts/" + i0,schemaPath:"#/properties/facts/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid1 = _errs4 === errors;
if(!valid1){
break;
}
}
}
else {
validate201.errors = [{instancePath:instancePath+"/facts",schemaPath:"#/properties/facts/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.measures !== undefined){
let data38 = data.measures;
const _errs92 = errors;
if(errors === _errs92){
if(Array.isArray(data38)){
var valid15 = true;
const len5 = data38.length;
for(let i5=0; i5<len5; i5++){
let data39 = data38[i5];
const _errs94 = errors;
if(errors === _errs94){
if(data39 && typeof data39 == "object" && !Array.isArray(data39)){
let missing6;
if((((((((((data39.id === undefined) && (missing6 = "id")) || ((data39.definition === undefined) && (missing6 = "definition"))) || ((data39.of === undefined) && (missing6 = "of"))) || ((data39.aggregate === undefined) && (missing6 = "aggregate"))) || ((data39.when === undefined) && (missing6 = "when"))) || ((data39.where === undefined) && (missing6 = "where"))) || ((data39.currency === undefined) && (missing6 = "currency"))) || ((data39.nulls === undefined) && (missing6 = "nulls"))) || ((data39.clause === undefined) && (missing6 = "clause"))){
validate201.errors = [{instancePath:instancePath+"/measures/" + i5,schemaPath:"#/properties/measures/items/required",keyword:"required",params:{missingProperty: missing6}}];
return false;
}
else {
const _errs96 = errors;
for(const key7 in data39){
if(!(func1.call(schema54.properties.measures.items.properties, key7))){
validate201.errors = [{instancePath:instancePath+"/measures/" + i5,schemaPath:"#/properties/measures/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7}}];
return false;
break;
}
}
if(_errs96 === errors){
if(data39.id !== undefined){
const _errs97 = errors;
if(typeof data39.id !== "string"){
validate201.errors = [{instancePath:instancePath+"/measures/" + i5+"/id",schemaPath:"#/properties/measures/items/properties/id/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid16 = _errs97 === errors;
}
else {
var valid16 = true;
}
if(valid16){
if(data39.title !== undefined){
const _errs99 = errors;
if(!(validate54(data39.title, {instancePath:instancePath+"/measures/" + i5+"/title",parentData:data39,parentDataProperty:"title",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
errors = vErrors.length;
}
var valid16 = _errs99 === errors;
}
else {
var valid16 = true;
}
if(valid16){
if(data39.definition !== undefined){
const _errs100 = errors;
if(!(validate54(data39.definition, {instancePath:instancePath+"/measures/" + i5+"/definition",parentData:data39,parentDataProperty:"definition",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
errors = vErrors.length;
}
var valid16 = _errs100 === errors;
}
else {
var valid16 = true;
}
if(valid16){
if(data39.of !== undefined){
const _errs101 = errors;
if(typeof data39.of !== "string"){
validate201.errors = [{instancePath:instancePath+"/measures/" + i5+"/of",schemaPath:"#/properties/measures/items/properties/of/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid16 = _errs101 === errors;
}
else {
var valid16 = true;
}
if(valid16){
if(data39.aggregate !== undefined){
let data44 = data39.aggregate;
const _errs103 = errors;
const _errs104 = errors;
let valid17 = false;
const _errs105 = errors;
if(errors === _errs105){
if(data44 && typeof data44 == "object" && !Array.isArray(data44)){
let missing7;
if((data44.sum === undefined) && (missing7 = "sum")){
const err45 = {instancePath:instancePath+"/measures/" + i5+"/aggregate",schemaPath:"#/properties/measures/items/properties/aggregate/anyOf/0/required",keyword:"required",params:{missingProperty: missing7}};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
else {
const _errs107 = errors;
for(const key8 in data44){
if(!(key8 === "sum")){
const err46 = {instancePath:instancePath+"/measures/" + i5+"/aggregate",schemaPath:"#/properties/measures/items/properties/aggregate/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8}};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
break;
}
}
if(_errs107 === errors){
if(data44.sum !== undefined){
if(typeof data44.sum !== "string"){
const err47 = {instancePath:instancePath+"/measures/" + i5+"/aggregate/sum",schemaPath:"#/properties/measures/items/properties/aggregate/anyOf/0/properties/sum/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
}
}
}
else {
const err48 = {instancePath:instancePath+"/measures/" + i5+"/aggregate",schemaPath:"#/properties/measures/items/properties/aggregate/anyOf/0/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
var _valid3 = _errs105 === errors;
valid17 = valid17 || _valid3;
if(_valid3){
var props3 = true;
}
const _errs110 = errors;
if(errors === _errs110){
if(data44 && typeof data44 == "object" && !Array.isArray(data44)){
let missing8;
if((data44.count === undefined) && (missing8 = "count")){
const err49 = {instancePath:instancePath+"/measures/" + i5+"/aggregate",schemaPath:"#/properties/measures/items/properties/aggregate/anyOf/1/required",keyword:"required",params:{missingProperty: missing8}};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
else {
const _errs112 = errors;
for(const key9 in data44){
if(!(key9 === "count")){
const err50 = {instancePath:instancePath+"/measures/" + i5+"/aggregate",schemaPath:"#/properties/measures/items/properties/aggregate/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9}};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
break;
}
}
if(_errs112 === errors){
if(data44.count !== undefined){
if("rows" !== data44.count){
const err51 = {instancePath:instancePath+"/measures/" + i5+"/aggregate/count",schemaPath:"#/properties/measures/items/properties/aggregate/anyOf/1/properties/count/const",keyword:"const",params:{allowedValue: "rows"}};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
}
}
}
else {
const err52 = {instancePath:instancePath+"/measures/" + i5+"/aggregate",schemaPath:"#/properties/measures/items/properties/aggregate/anyOf/1/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
var _valid3 = _errs110 === errors;
valid17 = valid17 || _valid3;
if(_valid3){
if(props3 !== true){
props3 = true;
}
}
const _errs114 = errors;
if(errors === _errs114){
if(data44 && typeof data44 == "object" && !Array.isArray(data44)){
let missing9;
if((data44.countDistinct === undefined) && (missing9 = "countDistinct")){
const err53 = {instancePath:instancePath+"/measures/" + i5+"/aggregate",schemaPath:"#/properties/measures/items/properties/aggregate/anyOf/2/required",keyword:"required",params:{missingProperty: missing9}};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
else {
const _errs116 = errors;
for(const key10 in data44){
if(!(key10 === "countDistinct")){
const err54 = {instancePath:instancePath+"/measures/" + i5+"/aggregate",schemaPath:"#/properties/measures/items/properties/aggregate/anyOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10}};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
break;
}
}
if(_errs116 === errors){
if(data44.countDistinct !== undefined){
if(typeof data44.countDistinct !== "string"){
const err55 = {instancePath:instancePath+"/measures/" + i5+"/aggregate/countDistinct",schemaPath:"#/properties/measures/items/properties/aggregate/anyOf/2/properties/countDistinct/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
}
}
}
else {
const err56 = {instancePath:instancePath+"/measures/" + i5+"/aggregate",schemaPath:"#/properties/measures/items/properties/aggregate/anyOf/2/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
var _valid3 = _errs114 === errors;
valid17 = valid17 || _valid3;
if(_valid3){
if(props3 !== true){
props3 = true;
}
}
if(!valid17){
const err57 = {instancePath:instancePath+"/measures/" + i5+"/aggregate",schemaPath:"#/properties/measures/items/properties/aggregate/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
validate201.errors = vErrors;
return false;
}
else {
errors = _errs104;
if(vErrors !== null){
if(_errs104){
vErrors.length = _errs104;
}
else {
vErrors = null;
}
}
}
var valid16 = _errs103 === errors;
}
else {
var valid16 = true;
}
if(valid16){
if(data39.when !== undefined){
let data48 = data39.when;
const _errs119 = errors;
if(errors === _errs119){
if(data48 && typeof data48 == "object" && !Array.isArray(data48)){
let missing10;
if(((data48.column === undefined) && (missing10 = "column")) || ((data48.zone === undefined) && (missing10 = "zone"))){
validate201.errors = [{instancePath:instancePath+"/measures/" + i5+"/when",schemaPath:"#/properties/measures/items/properties/when/required",keyword:"required",params:{missingProperty: missing10}}];
return false;
}
else {
const _errs121 = errors;
for(const key11 in data48){
if(!((key11 === "column") || (key11 === "zone"))){
validate201.errors = [{instancePath:instancePath+"/measures/" + i5+"/when",schemaPath:"#/properties/measures/items/properties/when/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key11}}];
return false;
break;
}
}
if(_errs121 === errors){
if(data48.column !== undefined){
const _errs122 = errors;
if(typeof data48.column !== "string"){
validate201.errors = [{instancePath:instancePath+"/measures/" + i5+"/when/column",schemaPath:"#/properties/measures/items/properties/when/properties/column/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid21 = _errs122 === errors;
}
else {
var valid21 = true;
}
if(valid21){
if(data48.zone !== undefined){
let data50 = data48.zone;
const _errs124 = errors;
if((typeof data50 !== "string") && (data50 !== null)){
validate201.errors = [{instancePath:instancePath+"/measures/" + i5+"/when/zone",schemaPath:"#/properties/measures/items/properties/when/properties/zone/type",keyword:"type",params:{type: schema54.properties.measures.items.properties.when.properties.zone.type}}];
return false;
}
var valid21 = _errs124 === errors;
}
else {
var valid21 = true;
}
}
}
}
}
else {
validate201.errors = [{instancePath:instancePath+"/measures/" + i5+"/when",schemaPath:"#/properties/measures/items/properties/when/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid16 = _errs119 === errors;
}
else {
var valid16 = true;
}
if(valid16){
if(data39.where !== undefined){
let data51 = data39.where;
const _errs126 = errors;
const _errs127 = errors;
let valid22 = false;
const _errs128 = errors;
if(!(validate203(data51, {instancePath:instancePath+"/measures/" + i5+"/where",parentData:data39,parentDataProperty:"where",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate203.errors : vErrors.concat(validate203.errors);
errors = vErrors.length;
}
var _valid4 = _errs128 === errors;
valid22 = valid22 || _valid4;
const _errs129 = errors;
if(data51 !== null){
const err58 = {instancePath:instancePath+"/measures/" + i5+"/where",schemaPath:"#/properties/measures/items/properties/where/anyOf/1/type",keyword:"type",params:{type: "null"}};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
var _valid4 = _errs129 === errors;
valid22 = valid22 || _valid4;
if(!valid22){
const err59 = {instancePath:instancePath+"/measures/" + i5+"/where",schemaPath:"#/properties/measures/items/properties/where/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
validate201.errors = vErrors;
return false;
}
else {
errors = _errs127;
if(vErrors !== null){
if(_errs127){
vErrors.length = _errs127;
}
else {
vErrors = null;
}
}
}
var valid16 = _errs126 === errors;
}
else {
var valid16 = true;
}
if(valid16){
if(data39.currency !== undefined){
let data52 = data39.currency;
const _errs131 = errors;
const _errs132 = errors;
let valid23 = false;
const _errs133 = errors;
if((typeof data52 !== "string") && (data52 !== null)){
const err60 = {instancePath:instancePath+"/measures/" + i5+"/currency",schemaPath:"#/properties/measures/items/properties/currency/anyOf/0/type",keyword:"type",params:{type: schema54.properties.measures.items.properties.currency.anyOf[0].type}};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
var _valid5 = _errs133 === errors;
valid23 = valid23 || _valid5;
const _errs135 = errors;
if(errors === _errs135){
if(data52 && typeof data52 == "object" && !Array.isArray(data52)){
let missing11;
if((data52.code === undefined) && (missing11 = "code")){
const err61 = {instancePath:instancePath+"/measures/" + i5+"/currency",schemaPath:"#/properties/measures/items/properties/currency/anyOf/1/required",keyword:"required",params:{missingProperty: missing11}};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
else {
const _errs137 = errors;
for(const key12 in data52){
if(!(key12 === "code")){
const err62 = {instancePath:instancePath+"/measures/" + i5+"/currency",schemaPath:"#/properties/measures/items/properties/currency/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key12}};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
break;
}
}
if(_errs137 === errors){
if(data52.code !== undefined){
if(typeof data52.code !== "string"){
const err63 = {instancePath:instancePath+"/measures/" + i5+"/currency/code",schemaPath:"#/properties/measures/items/properties/currency/anyOf/1/properties/code/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
}
}
}
else {
const err64 = {instancePath:instancePath+"/measures/" + i5+"/currency",schemaPath:"#/properties/measures/items/properties/currency/anyOf/1/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
var _valid5 = _errs135 === errors;
valid23 = valid23 || _valid5;
if(!valid23){
const err65 = {instancePath:instancePath+"/measures/" + i5+"/currency",schemaPath:"#/properties/measures/items/properties/currency/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
validate201.errors = vErrors;
return false;
}
else {
errors = _errs132;
if(vErrors !== null){
if(_errs132){
vErrors.length = _errs132;
}
else {
vErrors = null;
}
}
}
var valid16 = _errs131 === errors;
}
else {
var valid16 = true;
}
if(valid16){
if(data39.by !== undefined){
let data54 = data39.by;
const _errs140 = errors;
if(errors === _errs140){
if(Array.isArray(data54)){
var valid25 = true;
const len6 = data54.length;
for(let i6=0; i6<len6; i6++){
let data55 = data54[i6];
const _errs142 = errors;
const _errs143 = errors;
let valid26 = false;
const _errs144 = errors;
if(errors === _errs144){
if(data55 && typeof data55 == "object" && !Array.isArray(data55)){
let missing12;
if(((data55.column === undefined) && (missing12 = "column")) || ((data55.top === undefined) && (missing12 = "top"))){
const err66 = {instancePath:instancePath+"/measures/" + i5+"/by/" + i6,schemaPath:"#/properties/measures/items/properties/by/items/anyOf/0/required",keyword:"required",params:{missingProperty: missing12}};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
else {
const _errs146 = errors;
for(const key13 in data55){
if(!((key13 === "column") || (key13 === "top"))){
const err67 = {instancePath:instancePath+"/measures/" + i5+"/by/" + i6,schemaPath:"#/properties/measures/items/properties/by/items/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key13}};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
break;
}
}
if(_errs146 === errors){
if(data55.column !== undefined){
const _errs147 = errors;
if(typeof data55.column !== "string"){
const err68 = {instancePath:instancePath+"/measures/" + i5+"/by/" + i6+"/column",schemaPath:"#/properties/measures/items/properties/by/items/anyOf/0/properties/column/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
var valid27 = _errs147 === errors;
}
else {
var valid27 = true;
}
if(valid27){
if(data55.top !== undefined){
let data57 = data55.top;
const _errs149 = errors;
if(!(((typeof data57 == "number") && (!(data57 % 1) && !isNaN(data57))) && (isFinite(data57)))){
const err69 = {instancePath:instancePath+"/measures/" + i5+"/by/" + i6+"/top",schemaPath:"#/properties/measures/items/properties/by/items/anyOf/0/properties/top/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
var valid27 = _errs149 === errors;
}
else {
var valid27 = true;
}
}
}
}
}
else {
const err70 = {instancePath:instancePath+"/measures/" + i5+"/by/" + i6,schemaPath:"#/properties/measures/items/properties/by/items/anyOf/0/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
var _valid6 = _errs144 === errors;
valid26 = valid26 || _valid6;
if(_valid6){
var props6 = true;
}
const _errs151 = errors;
if(errors === _errs151){
if(data55 && typeof data55 == "object" && !Array.isArray(data55)){
let missing13;
if(((data55.column === undefined) && (missing13 = "column")) || ((data55.values === undefined) && (missing13 = "values"))){
const err71 = {instancePath:instancePath+"/measures/" + i5+"/by/" + i6,schemaPath:"#/properties/measures/items/properties/by/items/anyOf/1/required",keyword:"required",params:{missingProperty: missing13}};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
else {
const _errs153 = errors;
for(const key14 in data55){
if(!((key14 === "column") || (key14 === "values"))){
const err72 = {instancePath:instancePath+"/measures/" + i5+"/by/" + i6,schemaPath:"#/properties/measures/items/properties/by/items/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key14}};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
break;
}
}
if(_errs153 === errors){
if(data55.column !== undefined){
const _errs154 = errors;
if(typeof data55.column !== "string"){
const err73 = {instancePath:instancePath+"/measures/" + i5+"/by/" + i6+"/column",schemaPath:"#/properties/measures/items/properties/by/items/anyOf/1/properties/column/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
var valid28 = _errs154 === errors;
}
else {
var valid28 = true;
}
if(valid28){
if(data55.values !== undefined){
let data59 = data55.values;
const _errs156 = errors;
if(errors === _errs156){
if(Array.isArray(data59)){
var valid29 = true;
const len7 = data59.length;
for(let i7=0; i7<len7; i7++){
const _errs158 = errors;
if(typeof data59[i7] !== "string"){
const err74 = {instancePath:instancePath+"/measures/" + i5+"/by/" + i6+"/values/" + i7,schemaPath:"#/properties/measures/items/properties/by/items/anyOf/1/properties/values/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
var valid29 = _errs158 === errors;
if(!valid29){
break;
}
}
}
else {
const err75 = {instancePath:instancePath+"/measures/" + i5+"/by/" + i6+"/values",schemaPath:"#/properties/measures/items/properties/by/items/anyOf/1/properties/values/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
var valid28 = _errs156 === errors;
}
else {
var valid28 = true;
}
}
}
}
}
else {
const err76 = {instancePath:instancePath+"/measures/" + i5+"/by/" + i6,schemaPath:"#/properties/measures/items/properties/by/items/anyOf/1/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
var _valid6 = _errs151 === errors;
valid26 = valid26 || _valid6;
if(_valid6){
if(props6 !== true){
props6 = true;
}
}
const _errs160 = errors;
if(errors === _errs160){
if(data55 && typeof data55 == "object" && !Array.isArray(data55)){
let missing14;
if(((data55.column === undefined) && (missing14 = "column")) || ((data55.lag === undefined) && (missing14 = "lag"))){
const err77 = {instancePath:instancePath+"/measures/" + i5+"/by/" + i6,schemaPath:"#/properties/measures/items/properties/by/items/anyOf/2/required",keyword:"required",params:{missingProperty: missing14}};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
else {
const _errs162 = errors;
for(const key15 in data55){
if(!((key15 === "column") || (key15 === "lag"))){
const err78 = {instancePath:instancePath+"/measures/" + i5+"/by/" + i6,schemaPath:"#/properties/measures/items/properties/by/items/anyOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key15}};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
break;
}
}
if(_errs162 === errors){
if(data55.column !== undefined){
const _errs163 = errors;
if(typeof data55.column !== "string"){
const err79 = {instancePath:instancePath+"/measures/" + i5+"/by/" + i6+"/column",schemaPath:"#/properties/measures/items/properties/by/items/anyOf/2/properties/column/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
var valid30 = _errs163 === errors;
}
else {
var valid30 = true;
}
if(valid30){
if(data55.lag !== undefined){
let data62 = data55.lag;
const _errs165 = errors;
if(errors === _errs165){
if(data62 && typeof data62 == "object" && !Array.isArray(data62)){
let missing15;
if(((data62.days === undefined) && (missing15 = "days")) || ((data62.of === undefined) && (missing15 = "of"))){
const err80 = {instancePath:instancePath+"/measures/" + i5+"/by/" + i6+"/lag",schemaPath:"#/properties/measures/items/properties/by/items/anyOf/2/properties/lag/required",keyword:"required",params:{missingProperty: missing15}};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
else {
const _errs167 = errors;
for(const key16 in data62){
if(!((key16 === "days") || (key16 === "of"))){
const err81 = {instancePath:instancePath+"/measures/" + i5+"/by/" + i6+"/lag",schemaPath:"#/properties/measures/items/properties/by/items/anyOf/2/properties/lag/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key16}};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
break;
}
}
if(_errs167 === errors){
if(data62.days !== undefined){
let data63 = data62.days;
const _errs168 = errors;
if(!(((typeof data63 == "number") && (!(data63 % 1) && !isNaN(data63))) && (isFinite(data63)))){
const err82 = {instancePath:instancePath+"/measures/" + i5+"/by/" + i6+"/lag/days",schemaPath:"#/properties/measures/items/properties/by/items/anyOf/2/properties/lag/properties/days/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
var valid31 = _errs168 === errors;
}
else {
var valid31 = true;
}
if(valid31){
if(data62.of !== undefined){
const _errs170 = errors;
if(typeof data62.of !== "string"){
const err83 = {instancePath:instancePath+"/measures/" + i5+"/by/" + i6+"/lag/of",schemaPath:"#/properties/measures/items/properties/by/items/anyOf/2/properties/lag/properties/of/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
var valid31 = _errs170 === errors;
}
else {
var valid31 = true;
}
}
}
}
}
else {
const err84 = {instancePath:instancePath+"/measures/" + i5+"/by/" + i6+"/lag",schemaPath:"#/properties/measures/items/properties/by/items/anyOf/2/properties/lag/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
var valid30 = _errs165 === errors;
}
else {
var valid30 = true;
}
}
}
}
}
else {
const err85 = {instancePath:instancePath+"/measures/" + i5+"/by/" + i6,schemaPath:"#/properties/measures/items/properties/by/items/anyOf/2/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
}
var _valid6 = _errs160 === errors;
valid26 = valid26 || _valid6;
if(_valid6){
if(props6 !== true){
props6 = true;
}
}
if(!valid26){
const err86 = {instancePath:instancePath+"/measures/" + i5+"/by/" + i6,schemaPath:"#/properties/measures/items/properties/by/items/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
validate201.errors = vErrors;
return false;
}
else {
errors = _errs143;
if(vErrors !== null){
if(_errs143){
vErrors.length = _errs143;
}
else {
vErrors = null;
}
}
}
var valid25 = _errs142 === errors;
if(!valid25){
break;
}
}
}
else {
validate201.errors = [{instancePath:instancePath+"/measures/" + i5+"/by",schemaPath:"#/properties/measures/items/properties/by/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid16 = _errs140 === errors;
}
else {
var valid16 = true;
}
if(valid16){
if(data39.nulls !== undefined){
let data65 = data39.nulls;
const _errs172 = errors;
if(typeof data65 !== "string"){
validate201.errors = [{instancePath:instancePath+"/measures/" + i5+"/nulls",schemaPath:"#/properties/measures/items/properties/nulls/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((data65 === "undefined") || (data65 === "zero"))){
validate201.errors = [{instancePath:instancePath+"/measures/" + i5+"/nulls",schemaPath:"#/properties/measures/items/properties/nulls/enum",keyword:"enum",params:{allowedValues: schema54.properties.measures.items.properties.nulls.enum}}];
return false;
}
var valid16 = _errs172 === errors;
}
else {
var valid16 = true;
}
if(valid16){
if(data39.clause !== undefined){
const _errs174 = errors;
if(!(validate96(data39.clause, {instancePath:instancePath+"/measures/" + i5+"/clause",parentData:data39,parentDataProperty:"clause",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate96.errors : vErrors.concat(validate96.errors);
errors = vErrors.length;
}
var valid16 = _errs174 === errors;
}
else {
var valid16 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate201.errors = [{instancePath:instancePath+"/measures/" + i5,schemaPath:"#/properties/measures/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid15 = _errs94 === errors;
if(!valid15){
break;
}
}
}
else {
validate201.errors = [{instancePath:instancePath+"/measures",schemaPath:"#/properties/measures/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs92 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.metrics !== undefined){
let data67 = data.metrics;
const _errs175 = errors;
if(errors === _errs175){
if(Array.isArray(data67)){
var valid32 = true;
const len8 = data67.length;
for(let i8=0; i8<len8; i8++){
let data68 = data67[i8];
const _errs177 = errors;
if(errors === _errs177){
if(data68 && typeof data68 == "object" && !Array.isArray(data68)){
let missing16;
if(((((((((data68.id === undefined) && (missing16 = "id")) || ((data68.title === undefined) && (missing16 = "title"))) || ((data68.formula === undefined) && (missing16 = "formula"))) || ((data68.text === undefined) && (missing16 = "text"))) || ((data68.unit === undefined) && (missing16 = "unit"))) || ((data68.type === undefined) && (missing16 = "type"))) || ((data68.decimals === undefined) && (missing16 = "decimals"))) || ((data68.clause === undefined) && (missing16 = "clause"))){
validate201.errors = [{instancePath:instancePath+"/metrics/" + i8,schemaPath:"#/properties/metrics/items/required",keyword:"required",params:{missingProperty: missing16}}];
return false;
}
else {
const _errs179 = errors;
for(const key17 in data68){
if(!((((((((key17 === "id") || (key17 === "title")) || (key17 === "formula")) || (key17 === "text")) || (key17 === "unit")) || (key17 === "type")) || (key17 === "decimals")) || (key17 === "clause"))){
validate201.errors = [{instancePath:instancePath+"/metrics/" + i8,schemaPath:"#/properties/metrics/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key17}}];
return false;
break;
}
}
if(_errs179 === errors){
if(data68.id !== undefined){
const _errs180 = errors;
if(typeof data68.id !== "string"){
validate201.errors = [{instancePath:instancePath+"/metrics/" + i8+"/id",schemaPath:"#/properties/metrics/items/properties/id/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid33 = _errs180 === errors;
}
else {
var valid33 = true;
}
if(valid33){
if(data68.title !== undefined){
const _errs182 = errors;
if(!(validate54(data68.title, {instancePath:instancePath+"/metrics/" + i8+"/title",parentData:data68,parentDataProperty:"title",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
errors = vErrors.length;
}
var valid33 = _errs182 === errors;
}
else {
var valid33 = true;
}
if(valid33){
if(data68.formula !== undefined){
const _errs183 = errors;
if(!(validate217(data68.formula, {instancePath:instancePath+"/metrics/" + i8+"/formula",parentData:data68,parentDataProperty:"formula",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate217.errors : vErrors.concat(validate217.errors);
errors = vErrors.length;
}
var valid33 = _errs183 === errors;
}
else {
var valid33 = true;
}
if(valid33){
if(data68.text !== undefined){
const _errs184 = errors;
if(typeof data68.text !== "string"){
validate201.errors = [{instancePath:instancePath+"/metrics/" + i8+"/text",schemaPath:"#/properties/metrics/items/properties/text/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid33 = _errs184 === errors;
}
else {
var valid33 = true;
}
if(valid33){
if(data68.unit !== undefined){
let data73 = data68.unit;
const _errs186 = errors;
if(typeof data73 !== "string"){
validate201.errors = [{instancePath:instancePath+"/metrics/" + i8+"/unit",schemaPath:"#/properties/metrics/items/properties/unit/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!(((data73 === "money") || (data73 === "number")) || (data73 === "share"))){
validate201.errors = [{instancePath:instancePath+"/metrics/" + i8+"/unit",schemaPath:"#/properties/metrics/items/properties/unit/enum",keyword:"enum",params:{allowedValues: schema54.properties.metrics.items.properties.unit.enum}}];
return false;
}
var valid33 = _errs186 === errors;
}
else {
var valid33 = true;
}
if(valid33){
if(data68.type !== undefined){
let data74 = data68.type;
const _errs188 = errors;
if(typeof data74 !== "string"){
validate201.errors = [{instancePath:instancePath+"/metrics/" + i8+"/type",schemaPath:"#/properties/metrics/items/properties/type/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((data74 === "flow") || (data74 === "ratio"))){
validate201.errors = [{instancePath:instancePath+"/metrics/" + i8+"/type",schemaPath:"#/properties/metrics/items/properties/type/enum",keyword:"enum",params:{allowedValues: schema54.properties.metrics.items.properties.type.enum}}];
return false;
}
var valid33 = _errs188 === errors;
}
else {
var valid33 = true;
}
if(valid33){
if(data68.decimals !== undefined){
let data75 = data68.decimals;
const _errs190 = errors;
if((!(((typeof data75 == "number") && (!(data75 % 1) && !isNaN(data75))) && (isFinite(data75)))) && (data75 !== null)){
validate201.errors = [{instancePath:instancePath+"/metrics/" + i8+"/decimals",schemaPath:"#/properties/metrics/items/properties/decimals/type",keyword:"type",params:{type: schema54.properties.metrics.items.properties.decimals.type}}];
return false;
}
if(errors === _errs190){
if((typeof data75 == "number") && (isFinite(data75))){
if(data75 < 0 || isNaN(data75)){
validate201.errors = [{instancePath:instancePath+"/metrics/" + i8+"/decimals",schemaPath:"#/properties/metrics/items/properties/decimals/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid33 = _errs190 === errors;
}
else {
var valid33 = true;
}
if(valid33){
if(data68.clause !== undefined){
const _errs192 = errors;
if(!(validate96(data68.clause, {instancePath:instancePath+"/metrics/" + i8+"/clause",parentData:data68,parentDataProperty:"clause",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate96.errors : vErrors.concat(validate96.errors);
errors = vErrors.length;
}
var valid33 = _errs192 === errors;
}
else {
var valid33 = true;
}
}
}
}
}
}
}
}
}
}
}
else {
validate201.errors = [{instancePath:instancePath+"/metrics/" + i8,schemaPath:"#/properties/metrics/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid32 = _errs177 === errors;
if(!valid32){
break;
}
}
}
else {
validate201.errors = [{instancePath:instancePath+"/metrics",schemaPath:"#/properties/metrics/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs175 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.fx !== undefined){
let data77 = data.fx;
const _errs193 = errors;
const _errs194 = errors;
let valid34 = false;
const _errs195 = errors;
if(errors === _errs195){
if(data77 && typeof data77 == "object" && !Array.isArray(data77)){
let missing17;
if((((((((data77.fact === undefined) && (missing17 = "fact")) || ((data77.date === undefined) && (missing17 = "date"))) || ((data77.currency === undefined) && (missing17 = "currency"))) || ((data77.rate === undefined) && (missing17 = "rate"))) || ((data77.maxAgeDays === undefined) && (missing17 = "maxAgeDays"))) || ((data77.inverted === undefined) && (missing17 = "inverted"))) || ((data77.clause === undefined) && (missing17 = "clause"))){
const err87 = {instancePath:instancePath+"/fx",schemaPath:"#/properties/fx/anyOf/0/required",keyword:"required",params:{missingProperty: missing17}};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
else {
const _errs197 = errors;
for(const key18 in data77){
if(!(((((((key18 === "fact") || (key18 === "date")) || (key18 === "currency")) || (key18 === "rate")) || (key18 === "maxAgeDays")) || (key18 === "inverted")) || (key18 === "clause"))){
const err88 = {instancePath:instancePath+"/fx",schemaPath:"#/properties/fx/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key18}};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
break;
}
}
if(_errs197 === errors){
if(data77.fact !== undefined){
const _errs198 = errors;
if(typeof data77.fact !== "string"){
const err89 = {instancePath:instancePath+"/fx/fact",schemaPath:"#/properties/fx/anyOf/0/properties/fact/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
var valid35 = _errs198 === errors;
}
else {
var valid35 = true;
}
if(valid35){
if(data77.date !== undefined){
const _errs200 = errors;
if(typeof data77.date !== "string"){
const err90 = {instancePath:instancePath+"/fx/date",schemaPath:"#/properties/fx/anyOf/0/properties/date/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
var valid35 = _errs200 === errors;
}
else {
var valid35 = true;
}
if(valid35){
if(data77.currency !== undefined){
const _errs202 = errors;
if(typeof data77.currency !== "string"){
const err91 = {instancePath:instancePath+"/fx/currency",schemaPath:"#/properties/fx/anyOf/0/properties/currency/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
var valid35 = _errs202 === errors;
}
else {
var valid35 = true;
}
if(valid35){
if(data77.rate !== undefined){
const _errs204 = errors;
if(typeof data77.rate !== "string"){
const err92 = {instancePath:instancePath+"/fx/rate",schemaPath:"#/properties/fx/anyOf/0/properties/rate/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
var valid35 = _errs204 === errors;
}
else {
var valid35 = true;
}
if(valid35){
if(data77.maxAgeDays !== undefined){
let data82 = data77.maxAgeDays;
const _errs206 = errors;
if(!(((typeof data82 == "number") && (!(data82 % 1) && !isNaN(data82))) && (isFinite(data82)))){
const err93 = {instancePath:instancePath+"/fx/maxAgeDays",schemaPath:"#/properties/fx/anyOf/0/properties/maxAgeDays/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
if(errors === _errs206){
if((typeof data82 == "number") && (isFinite(data82))){
if(data82 < 0 || isNaN(data82)){
const err94 = {instancePath:instancePath+"/fx/maxAgeDays",schemaPath:"#/properties/fx/anyOf/0/properties/maxAgeDays/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
}
}
var valid35 = _errs206 === errors;
}
else {
var valid35 = true;
}
if(valid35){
if(data77.inverted !== undefined){
const _errs208 = errors;
if(typeof data77.inverted !== "boolean"){
const err95 = {instancePath:instancePath+"/fx/inverted",schemaPath:"#/properties/fx/anyOf/0/properties/inverted/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
var valid35 = _errs208 === errors;
}
else {
var valid35 = true;
}
if(valid35){
if(data77.clause !== undefined){
const _errs210 = errors;
if(!(validate96(data77.clause, {instancePath:instancePath+"/fx/clause",parentData:data77,parentDataProperty:"clause",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate96.errors : vErrors.concat(validate96.errors);
errors = vErrors.length;
}
var valid35 = _errs210 === errors;
}
else {
var valid35 = true;
}
}
}
}
}
}
}
}
}
}
else {
const err96 = {instancePath:instancePath+"/fx",schemaPath:"#/properties/fx/anyOf/0/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
}
var _valid7 = _errs195 === errors;
valid34 = valid34 || _valid7;
const _errs211 = errors;
if(data77 !== null){
const err97 = {instancePath:instancePath+"/fx",schemaPath:"#/properties/fx/anyOf/1/type",keyword:"type",params:{type: "null"}};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
var _valid7 = _errs211 === errors;
valid34 = valid34 || _valid7;
if(!valid34){
const err98 = {instancePath:instancePath+"/fx",schemaPath:"#/properties/fx/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
validate201.errors = vErrors;
return false;
}
else {
errors = _errs194;
if(vErrors !== null){
if(_errs194){
vErrors.length = _errs194;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs193 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.reconcile !== undefined){
let data85 = data.reconcile;
const _errs213 = errors;
if(errors === _errs213){
if(Array.isArray(data85)){
var valid36 = true;
const len9 = data85.length;
for(let i9=0; i9<len9; i9++){
let data86 = data85[i9];
const _errs215 = errors;
if(errors === _errs215){
if(data86 && typeof data86 == "object" && !Array.isArray(data86)){
let missing18;
if(((((((data86.id === undefined) && (missing18 = "id")) || ((data86.left === undefined) && (missing18 = "left"))) || ((data86.right === undefined) && (missing18 = "right"))) || ((data86.tolerance === undefined) && (missing18 = "tolerance"))) || ((data86.onBreach === undefined) && (missing18 = "onBreach"))) || ((data86.clause === undefined) && (missing18 = "clause"))){
validate201.errors = [{instancePath:instancePath+"/reconcile/" + i9,schemaPath:"#/properties/reconcile/items/required",keyword:"required",params:{missingProperty: missing18}}];
return false;
}
else {
const _errs217 = errors;
for(const key19 in data86){
if(!((((((key19 === "id") || (key19 === "left")) || (key19 === "right")) || (key19 === "tolerance")) || (key19 === "onBreach")) || (key19 === "clause"))){
validate201.errors = [{instancePath:instancePath+"/reconcile/" + i9,schemaPath:"#/properties/reconcile/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key19}}];
return false;
break;
}
}
if(_errs217 === errors){
if(data86.id !== undefined){
const _errs218 = errors;
if(typeof data86.id !== "string"){
validate201.errors = [{instancePath:instancePath+"/reconcile/" + i9+"/id",schemaPath:"#/properties/reconcile/items/properties/id/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid37 = _errs218 === errors;
}
else {
var valid37 = true;
}
if(valid37){
if(data86.left !== undefined){
const _errs220 = errors;
if(typeof data86.left !== "string"){
validate201.errors = [{instancePath:instancePath+"/reconcile/" + i9+"/left",schemaPath:"#/properties/reconcile/items/properties/left/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid37 = _errs220 === errors;
}
else {
var valid37 = true;
}
if(valid37){
if(data86.right !== undefined){
const _errs222 = errors;
if(typeof data86.right !== "string"){
validate201.errors = [{instancePath:instancePath+"/reconcile/" + i9+"/right",schemaPath:"#/properties/reconcile/items/properties/right/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid37 = _errs222 === errors;
}
else {
var valid37 = true;
}
if(valid37){
if(data86.tolerance !== undefined){
const _errs224 = errors;
if(!(validate82(data86.tolerance, {instancePath:instancePath+"/reconcile/" + i9+"/tolerance",parentData:data86,parentDataProperty:"tolerance",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate82.errors : vErrors.concat(validate82.errors);
errors = vErrors.length;
}
var valid37 = _errs224 === errors;
}
else {
var valid37 = true;
}
if(valid37){
if(data86.onBreach !== undefined){
let data91 = data86.onBreach;
const _errs225 = errors;
if(typeof data91 !== "string"){
validate201.errors = [{instancePath:instancePath+"/reconcile/" + i9+"/onBreach",schemaPath:"#/properties/reconcile/items/properties/onBreach/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((data91 === "hold") || (data91 === "flag"))){
validate201.errors = [{instancePath:instancePath+"/reconcile/" + i9+"/onBreach",schemaPath:"#/properties/reconcile/items/properties/onBreach/enum",keyword:"enum",params:{allowedValues: schema54.properties.reconcile.items.properties.onBreach.enum}}];
return false;
}
var valid37 = _errs225 === errors;
}
else {
var valid37 = true;
}
if(valid37){
if(data86.clause !== undefined){
const _errs227 = errors;
if(!(validate96(data86.clause, {instancePath:instancePath+"/reconcile/" + i9+"/clause",parentData:data86,parentDataProperty:"clause",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate96.errors : vErrors.concat(validate96.errors);
errors = vErrors.length;
}
var valid37 = _errs227 === errors;
}
else {
var valid37 = true;
}
}
}
}
}
}
}
}
}
else {
validate201.errors = [{instancePath:instancePath+"/reconcile/" + i9,schemaPath:"#/properties/reconcile/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid36 = _errs215 === errors;
if(!valid36){
break;
}
}
}
else {
validate201.errors = [{instancePath:instancePath+"/reconcile",schemaPath:"#/properties/reconcile/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs213 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.views !== undefined){
let data93 = data.views;
const _errs228 = errors;
if(errors === _errs228){
if(Array.isArray(data93)){
var valid38 = true;
const len10 = data93.length;
for(let i10=0; i10<len10; i10++){
let data94 = data93[i10];
const _errs230 = errors;
if(errors === _errs230){
if(data94 && typeof data94 == "object" && !Array.isArray(data94)){
let missing19;
if((((data94.name === undefined) && (missing19 = "name")) || ((data94.duckdb === undefined) && (missing19 = "duckdb"))) || ((data94.bigquery === undefined) && (missing19 = "bigquery"))){
validate201.errors = [{instancePath:instancePath+"/views/" + i10,schemaPath:"#/properties/views/items/required",keyword:"required",params:{missingProperty: missing19}}];
return false;
}
else {
const _errs232 = errors;
for(const key20 in data94){
if(!(((key20 === "name") || (key20 === "duckdb")) || (key20 === "bigquery"))){
validate201.errors = [{instancePath:instancePath+"/views/" + i10,schemaPath:"#/properties/views/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key20}}];
return false;
break;
}
}
if(_errs232 === errors){
if(data94.name !== undefined){
const _errs233 = errors;
if(typeof data94.name !== "string"){
validate201.errors = [{instancePath:instancePath+"/views/" + i10+"/name",schemaPath:"#/properties/views/items/properties/name/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid39 = _errs233 === errors;
}
else {
var valid39 = true;
}
if(valid39){
if(data94.duckdb !== undefined){
let data96 = data94.duckdb;
const _errs235 = errors;
if((typeof data96 !== "string") && (data96 !== null)){
validate201.errors = [{instancePath:instancePath+"/views/" + i10+"/duckdb",schemaPath:"#/properties/views/items/properties/duckdb/type",keyword:"type",params:{type: schema54.properties.views.items.properties.duckdb.type}}];
return false;
}
var valid39 = _errs235 === errors;
}
else {
var valid39 = true;
}
if(valid39){
if(data94.bigquery !== undefined){
let data97 = data94.bigquery;
const _errs237 = errors;
if((typeof data97 !== "string") && (data97 !== null)){
validate201.errors = [{instancePath:instancePath+"/views/" + i10+"/bigquery",schemaPath:"#/properties/views/items/properties/bigquery/type",keyword:"type",params:{type: schema54.properties.views.items.properties.bigquery.type}}];
return false;
}
var valid39 = _errs237 === errors;
}
else {
var valid39 = true;
}
}
}
}
}
}
else {
validate201.errors = [{instancePath:instancePath+"/views/" + i10,schemaPath:"#/properties/views/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid38 = _errs230 === errors;
if(!valid38){
break;
}
}
}
else {
validate201.errors = [{instancePath:instancePath+"/views",schemaPath:"#/properties/views/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs228 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.seasons !== undefined){
let data98 = data.seasons;
const _errs239 = errors;
if(errors === _errs239){
if(Array.isArray(data98)){
var valid40 = true;
const len11 = data98.length;
for(let i11=0; i11<len11; i11++){
let data99 = data98[i11];
const _errs241 = errors;
if(errors === _errs241){
if(data99 && typeof data99 == "object" && !Array.isArray(data99)){
let missing20;
if((((((data99.name === undefined) && (missing20 = "name")) || ((data99.dates === undefined) && (missing20 = "dates"))) || ((data99.factor === undefined) && (missing20 = "factor"))) || ((data99.basis === undefined) && (missing20 = "basis"))) || ((data99.clause === undefined) && (missing20 = "clause"))){
validate201.errors = [{instancePath:instancePath+"/seasons/" + i11,schemaPath:"#/properties/seasons/items/required",keyword:"required",params:{missingProperty: missing20}}];
return false;
}
else {
const _errs243 = errors;
for(const key21 in data99){
if(!(((((key21 === "name") || (key21 === "dates")) || (key21 === "factor")) || (key21 === "basis")) || (key21 === "clause"))){
validate201.errors = [{instancePath:instancePath+"/seasons/" + i11,schemaPath:"#/properties/seasons/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key21}}];
return false;
break;
}
}
if(_errs243 === errors){
if(data99.name !== undefined){
const _errs244 = errors;
if(!(validate54(data99.name, {instancePath:instancePath+"/seasons/" + i11+"/name",parentData:data99,parentDataProperty:"name",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
errors = vErrors.length;
}
var valid41 = _errs244 === errors;
}
else {
var valid41 = true;
}
if(valid41){
if(data99.dates !== undefined){
let data101 = data99.dates;
const _errs245 = errors;
if(errors === _errs245){
if(Array.isArray(data101)){
var valid42 = true;
const len12 = data101.length;
for(let i12=0; i12<len12; i12++){
const _errs247 = errors;
if(!(validate65(data101[i12], {instancePath:instancePath+"/seasons/" + i11+"/dates/" + i12,parentData:data101,parentDataProperty:i12,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate65.errors : vErrors.concat(validate65.errors);
errors = vErrors.length;
}
var valid42 = _errs247 === errors;
if(!valid42){
break;
}
}
}
else {
validate201.errors = [{instancePath:instancePath+"/seasons/" + i11+"/dates",schemaPath:"#/properties/seasons/items/properties/dates/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid41 = _errs245 === errors;
}
else {
var valid41 = true;
}
if(valid41){
if(data99.factor !== undefined){
const _errs248 = errors;
if(!(validate190(data99.factor, {instancePath:instancePath+"/seasons/" + i11+"/factor",parentData:data99,parentDataProperty:"factor",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate190.errors : vErrors.concat(validate190.errors);
errors = vErrors.length;
}
var valid41 = _errs248 === errors;
}
else {
var valid41 = true;
}
if(valid41){
if(data99.basis !== undefined){
let data104 = data99.basis;
const _errs249 = errors;
const _errs250 = errors;
let valid43 = false;
const _errs251 = errors;
if(errors === _errs251){
if(Array.isArray(data104)){
var valid44 = true;
const len13 = data104.length;
for(let i13=0; i13<len13; i13++){
const _errs253 = errors;
if(!(validate65(data104[i13], {instancePath:instancePath+"/seasons/" + i11+"/basis/" + i13,parentData:data104,parentDataProperty:i13,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate65.errors : vErrors.concat(validate65.errors);
errors = vErrors.length;
}
var valid44 = _errs253 === errors;
if(!valid44){
break;
}
}
}
else {
const err99 = {instancePath:instancePath+"/seasons/" + i11+"/basis",schemaPath:"#/properties/seasons/items/properties/basis/anyOf/0/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
}
var _valid8 = _errs251 === errors;
valid43 = valid43 || _valid8;
const _errs254 = errors;
if(data104 !== null){
const err100 = {instancePath:instancePath+"/seasons/" + i11+"/basis",schemaPath:"#/properties/seasons/items/properties/basis/anyOf/1/type",keyword:"type",params:{type: "null"}};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
var _valid8 = _errs254 === errors;
valid43 = valid43 || _valid8;
if(!valid43){
const err101 = {instancePath:instancePath+"/seasons/" + i11+"/basis",schemaPath:"#/properties/seasons/items/properties/basis/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
validate201.errors = vErrors;
return false;
}
else {
errors = _errs250;
if(vErrors !== null){
if(_errs250){
vErrors.length = _errs250;
}
else {
vErrors = null;
}
}
}
var valid41 = _errs249 === errors;
}
else {
var valid41 = true;
}
if(valid41){
if(data99.clause !== undefined){
const _errs256 = errors;
if(!(validate96(data99.clause, {instancePath:instancePath+"/seasons/" + i11+"/clause",parentData:data99,parentDataProperty:"clause",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate96.errors : vErrors.concat(validate96.errors);
errors = vErrors.length;
}
var valid41 = _errs256 === errors;
}
else {
var valid41 = true;
}
}
}
}
}
}
}
}
else {
validate201.errors = [{instancePath:instancePath+"/seasons/" + i11,schemaPath:"#/properties/seasons/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid40 = _errs241 === errors;
if(!valid40){
break;
}
}
}
else {
validate201.errors = [{instancePath:instancePath+"/seasons",schemaPath:"#/properties/seasons/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs239 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.tree !== undefined){
let data107 = data.tree;
const _errs257 = errors;
if(errors === _errs257){
if(Array.isArray(data107)){
var valid45 = true;
const len14 = data107.length;
for(let i14=0; i14<len14; i14++){
let data108 = data107[i14];
const _errs259 = errors;
if(errors === _errs259){
if(data108 && typeof data108 == "object" && !Array.isArray(data108)){
let missing21;
if((((data108.metric === undefined) && (missing21 = "metric")) || ((data108.factors === undefined) && (missing21 = "factors"))) || ((data108.clause === undefined) && (missing21 = "clause"))){
validate201.errors = [{instancePath:instancePath+"/tree/" + i14,schemaPath:"#/properties/tree/items/required",keyword:"required",params:{missingProperty: missing21}}];
return false;
}
else {
const _errs261 = errors;
for(const key22 in data108){
if(!(((key22 === "metric") || (key22 === "factors")) || (key22 === "clause"))){
validate201.errors = [{instancePath:instancePath+"/tree/" + i14,schemaPath:"#/properties/tree/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key22}}];
return false;
break;
}
}
if(_errs261 === errors){
if(data108.metric !== undefined){
const _errs262 = errors;
if(typeof data108.metric !== "string"){
validate201.errors = [{instancePath:instancePath+"/tree/" + i14+"/metric",schemaPath:"#/properties/tree/items/properties/metric/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid46 = _errs262 === errors;
}
else {
var valid46 = true;
}
if(valid46){
if(data108.factors !== undefined){
let data110 = data108.factors;
const _errs264 = errors;
if(errors === _errs264){
if(Array.isArray(data110)){
var valid47 = true;
const len15 = data110.length;
for(let i15=0; i15<len15; i15++){
let data111 = data110[i15];
const _errs266 = errors;
if(errors === _errs266){
if(data111 && typeof data111 == "object" && !Array.isArray(data111)){
let missing22;
if(((data111.metric === undefined) && (missing22 = "metric")) || ((data111.per === undefined) && (missing22 = "per"))){
validate201.errors = [{instancePath:instancePath+"/tree/" + i14+"/factors/" + i15,schemaPath:"#/properties/tree/items/properties/factors/items/required",keyword:"required",params:{missingProperty: missing22}}];
return false;
}
else {
const _errs268 = errors;
for(const key23 in data111){
if(!((key23 === "metric") || (key23 === "per"))){
validate201.errors = [{instancePath:instancePath+"/tree/" + i14+"/factors/" + i15,schemaPath:"#/properties/tree/items/properties/factors/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key23}}];
return false;
break;
}
}
if(_errs268 === errors){
if(data111.metric !== undefined){
const _errs269 = errors;
if(typeof data111.metric !== "string"){
validate201.errors = [{instancePath:instancePath+"/tree/" + i14+"/factors/" + i15+"/metric",schemaPath:"#/properties/tree/items/properties/factors/items/properties/metric/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid48 = _errs269 === errors;
}
else {
var valid48 = true;
}
if(valid48){
if(data111.per !== undefined){
const _errs271 = errors;
if(typeof data111.per !== "boolean"){
validate201.errors = [{instancePath:instancePath+"/tree/" + i14+"/factors/" + i15+"/per",schemaPath:"#/properties/tree/items/properties/factors/items/properties/per/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid48 = _errs271 === errors;
}
else {
var valid48 = true;
}
}
}
}
}
else {
validate201.errors = [{instancePath:instancePath+"/tree/" + i14+"/factors/" + i15,schemaPath:"#/properties/tree/items/properties/factors/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid47 = _errs266 === errors;
if(!valid47){
break;
}
}
}
else {
validate201.errors = [{instancePath:instancePath+"/tree/" + i14+"/factors",schemaPath:"#/properties/tree/items/properties/factors/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid46 = _errs264 === errors;
}
else {
var valid46 = true;
}
if(valid46){
if(data108.clause !== undefined){
const _errs273 = errors;
if(!(validate96(data108.clause, {instancePath:instancePath+"/tree/" + i14+"/clause",parentData:data108,parentDataProperty:"clause",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate96.errors : vErrors.concat(validate96.errors);
errors = vErrors.length;
}
var valid46 = _errs273 === errors;
}
else {
var valid46 = true;
}
}
}
}
}
}
else {
validate201.errors = [{instancePath:instancePath+"/tree/" + i14,schemaPath:"#/properties/tree/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid45 = _errs259 === errors;
if(!valid45){
break;
}
}
}
else {
validate201.errors = [{instancePath:instancePath+"/tree",schemaPath:"#/properties/tree/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs257 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
else {
validate201.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate201.errors = vErrors;
return errors === 0;
}
validate201.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate52(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://concord.example/schemas/terms.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate52.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.apiVersion === undefined) && (missing0 = "apiVersion")) || ((data.kind === undefined) && (missing0 = "kind"))) || ((data.contract === undefined) && (missing0 = "contract"))) || ((data.definitions === undefined) && (missing0 = "definitions"))){
validate52.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((key0 === "apiVersion") || (key0 === "kind")) || (key0 === "contract")) || (key0 === "definitions"))){
validate52.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.apiVersion !== undefined){
const _errs2 = errors;
if("concord/v1" !== data.apiVersion){
validate52.errors = [{instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/const",keyword:"const",params:{allowedValue: "concord/v1"}}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.kind !== undefined){
const _errs3 = errors;
if("Terms" !== data.kind){
validate52.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "Terms"}}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.contract !== undefined){
const _errs4 = errors;
if(!(validate53(data.contract, {instancePath:instancePath+"/contract",parentData:data,parentDataProperty:"contract",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.definitions !== undefined){
const _errs5 = errors;
if(!(validate201(data.definitions, {instancePath:instancePath+"/definitions",parentData:data,parentDataProperty:"definitions",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate201.errors : vErrors.concat(validate201.errors);
errors = vErrors.length;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
else {
validate52.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate52.errors = vErrors;
return errors === 0;
}
validate52.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const evidence = validate231;

function validate232(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate232.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(typeof data === "string"){
if(!pattern4.test(data)){
validate232.errors = [{instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-(0[1-9]|1[0-2]|Q[1-4]|W(0[1-9]|[1-4]\\d|5[0-3]))$"}}];
return false;
}
}
else {
validate232.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
validate232.errors = vErrors;
return errors === 0;
}
validate232.evaluated = {"dynamicProps":false,"dynamicItems":false};


function validate234(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate234.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(typeof data === "string"){
if(!pattern3.test(data)){
validate234.errors = [{instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}$"}}];
return false;
}
}
else {
validate234.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
validate234.errors = vErrors;
return errors === 0;
}
validate234.evaluated = {"dynamicProps":false,"dynamicItems":false};

const schema61 = {"type":"object","additionalProperties":false,"required":["period","inForce","calendar","terms","exclusions","facts","measures","variants","rates"],"properties":{"period":{"$ref":"#/$defs/period"},"inForce":{"$ref":"#/$defs/dateRange"},"calendar":{"$ref":"#/$defs/recordedCalendar"},"terms":{"$ref":"#/$defs/digest"},"exclusions":{"type":"array","items":{"type":"string"}},"facts":{"type":"array","items":{"$ref":"#/$defs/evidenceFact"}},"measures":{"type":"array","items":{"$ref":"#/$defs/evidenceMeasure"}},"variants":{"type":"array","items":{"$ref":"#/$defs/evidenceVariant"}},"rates":{"type":"array","items":{"$ref":"#/$defs/evidenceRate"}},"underEarlierRules":{"$ref":"#/$defs/underEarlierRules"}}};

function validate238(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate238.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.from === undefined) && (missing0 = "from")) || ((data.to === undefined) && (missing0 = "to"))){
validate238.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "from") || (key0 === "to"))){
validate238.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.from !== undefined){
const _errs2 = errors;
if(!(validate234(data.from, {instancePath:instancePath+"/from",parentData:data,parentDataProperty:"from",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate234.errors : vErrors.concat(validate234.errors);
errors = vErrors.length;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.to !== undefined){
const _errs3 = errors;
if(!(validate234(data.to, {instancePath:instancePath+"/to",parentData:data,parentDataProperty:"to",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate234.errors : vErrors.concat(validate234.errors);
errors = vErrors.length;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
validate238.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate238.errors = vErrors;
return errors === 0;
}
validate238.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const pattern9 = new RegExp("^\\d{4}[a-z]+$", "u");
const pattern10 = new RegExp("^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z$", "u");
const pattern11 = new RegExp("^[+-]\\d{2}:\\d{2}(:\\d{2})?$", "u");

function validate242(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate242.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.tzdb === undefined) && (missing0 = "tzdb")) || ((data.zones === undefined) && (missing0 = "zones"))){
validate242.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "tzdb") || (key0 === "zones"))){
validate242.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.tzdb !== undefined){
let data0 = data.tzdb;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(!pattern9.test(data0)){
validate242.errors = [{instancePath:instancePath+"/tzdb",schemaPath:"#/properties/tzdb/pattern",keyword:"pattern",params:{pattern: "^\\d{4}[a-z]+$"}}];
return false;
}
}
else {
validate242.errors = [{instancePath:instancePath+"/tzdb",schemaPath:"#/properties/tzdb/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.zones !== undefined){
let data1 = data.zones;
const _errs4 = errors;
if(errors === _errs4){
if(Array.isArray(data1)){
var valid1 = true;
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
const _errs6 = errors;
if(errors === _errs6){
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
let missing1;
if(((data2.zone === undefined) && (missing1 = "zone")) || ((data2.offsets === undefined) && (missing1 = "offsets"))){
validate242.errors = [{instancePath:instancePath+"/zones/" + i0,schemaPath:"#/properties/zones/items/required",keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
const _errs8 = errors;
for(const key1 in data2){
if(!((key1 === "zone") || (key1 === "offsets"))){
validate242.errors = [{instancePath:instancePath+"/zones/" + i0,schemaPath:"#/properties/zones/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}}];
return false;
break;
}
}
if(_errs8 === errors){
if(data2.zone !== undefined){
const _errs9 = errors;
if(typeof data2.zone !== "string"){
validate242.errors = [{instancePath:instancePath+"/zones/" + i0+"/zone",schemaPath:"#/properties/zones/items/properties/zone/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid2 = _errs9 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data2.offsets !== undefined){
let data4 = data2.offsets;
const _errs11 = errors;
if(errors === _errs11){
if(Array.isArray(data4)){
if(data4.length < 1){
validate242.errors = [{instancePath:instancePath+"/zones/" + i0+"/offsets",schemaPath:"#/properties/zones/items/properties/offsets/minItems",keyword:"minItems",params:{limit: 1}}];
return false;
}
else {
var valid3 = true;
const len1 = data4.length;
for(let i1=0; i1<len1; i1++){
let data5 = data4[i1];
const _errs13 = errors;
if(errors === _errs13){
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
let missing2;
if((data5.offset === undefined) && (missing2 = "offset")){
validate242.errors = [{instancePath:instancePath+"/zones/" + i0+"/offsets/" + i1,schemaPath:"#/properties/zones/items/properties/offsets/items/required",keyword:"required",params:{missingProperty: missing2}}];
return false;
}
else {
const _errs15 = errors;
for(const key2 in data5){
if(!((key2 === "from") || (key2 === "offset"))){
validate242.errors = [{instancePath:instancePath+"/zones/" + i0+"/offsets/" + i1,schemaPath:"#/properties/zones/items/properties/offsets/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}}];
return false;
break;
}
}
if(_errs15 === errors){
if(data5.from !== undefined){
let data6 = data5.from;
const _errs16 = errors;
if(errors === _errs16){
if(typeof data6 === "string"){
if(!pattern10.test(data6)){
validate242.errors = [{instancePath:instancePath+"/zones/" + i0+"/offsets/" + i1+"/from",schemaPath:"#/properties/zones/items/properties/offsets/items/properties/from/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z$"}}];
return false;
}
}
else {
validate242.errors = [{instancePath:instancePath+"/zones/" + i0+"/offsets/" + i1+"/from",schemaPath:"#/properties/zones/items/properties/offsets/items/properties/from/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid4 = _errs16 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data5.offset !== undefined){
let data7 = data5.offset;
const _errs18 = errors;
if(errors === _errs18){
if(typeof data7 === "string"){
if(!pattern11.test(data7)){
validate242.errors = [{instancePath:instancePath+"/zones/" + i0+"/offsets/" + i1+"/offset",schemaPath:"#/properties/zones/items/properties/offsets/items/properties/offset/pattern",keyword:"pattern",params:{pattern: "^[+-]\\d{2}:\\d{2}(:\\d{2})?$"}}];
return false;
}
}
else {
validate242.errors = [{instancePath:instancePath+"/zones/" + i0+"/offsets/" + i1+"/offset",schemaPath:"#/properties/zones/items/properties/offsets/items/properties/offset/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid4 = _errs18 === errors;
}
else {
var valid4 = true;
}
}
}
}
}
else {
validate242.errors = [{instancePath:instancePath+"/zones/" + i0+"/offsets/" + i1,schemaPath:"#/properties/zones/items/properties/offsets/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid3 = _errs13 === errors;
if(!valid3){
break;
}
}
}
}
else {
validate242.errors = [{instancePath:instancePath+"/zones/" + i0+"/offsets",schemaPath:"#/properties/zones/items/properties/offsets/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid2 = _errs11 === errors;
}
else {
var valid2 = true;
}
}
}
}
}
else {
validate242.errors = [{instancePath:instancePath+"/zones/" + i0,schemaPath:"#/properties/zones/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid1 = _errs6 === errors;
if(!valid1){
break;
}
}
}
else {
validate242.errors = [{instancePath:instancePath+"/zones",schemaPath:"#/properties/zones/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
validate242.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate242.errors = vErrors;
return errors === 0;
}
validate242.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const pattern12 = new RegExp("^sha256:[0-9a-f]{64}$", "u");

function validate244(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate244.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(typeof data === "string"){
if(!pattern12.test(data)){
validate244.errors = [{instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "^sha256:[0-9a-f]{64}$"}}];
return false;
}
}
else {
validate244.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
validate244.errors = vErrors;
return errors === 0;
}
validate244.evaluated = {"dynamicProps":false,"dynamicItems":false};


function validate248(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate248.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.day === undefined) && (missing0 = "day")) || ((data.keys === undefined) && (missing0 = "keys"))){
validate248.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "day") || (key0 === "keys"))){
validate248.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.day !== undefined){
const _errs2 = errors;
if(!(validate234(data.day, {instancePath:instancePath+"/day",parentData:data,parentDataProperty:"day",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate234.errors : vErrors.concat(validate234.errors);
errors = vErrors.length;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.keys !== undefined){
let data1 = data.keys;
const _errs3 = errors;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
validate248.errors = [{instancePath:instancePath+"/keys",schemaPath:"#/properties/keys/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs3){
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 < 1 || isNaN(data1)){
validate248.errors = [{instancePath:instancePath+"/keys",schemaPath:"#/properties/keys/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
return false;
}
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
validate248.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate248.errors = vErrors;
return errors === 0;
}
validate248.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate247(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate247.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((data.column === undefined) && (missing0 = "column")) || ((data.rows === undefined) && (missing0 = "rows"))) || ((data.nullWhen === undefined) && (missing0 = "nullWhen"))) || ((data.duplicateKeys === undefined) && (missing0 = "duplicateKeys"))) || ((data.repeatedKeys === undefined) && (missing0 = "repeatedKeys"))){
validate247.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((((((key0 === "column") || (key0 === "zone")) || (key0 === "rows")) || (key0 === "nullWhen")) || (key0 === "duplicateKeys")) || (key0 === "duplicateDays")) || (key0 === "repeatedKeys"))){
validate247.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.column !== undefined){
const _errs2 = errors;
if(typeof data.column !== "string"){
validate247.errors = [{instancePath:instancePath+"/column",schemaPath:"#/properties/column/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.zone !== undefined){
const _errs4 = errors;
if(typeof data.zone !== "string"){
validate247.errors = [{instancePath:instancePath+"/zone",schemaPath:"#/properties/zone/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.rows !== undefined){
let data2 = data.rows;
const _errs6 = errors;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
validate247.errors = [{instancePath:instancePath+"/rows",schemaPath:"#/properties/rows/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs6){
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 < 0 || isNaN(data2)){
validate247.errors = [{instancePath:instancePath+"/rows",schemaPath:"#/properties/rows/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.nullWhen !== undefined){
let data3 = data.nullWhen;
const _errs8 = errors;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
validate247.errors = [{instancePath:instancePath+"/nullWhen",schemaPath:"#/properties/nullWhen/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs8){
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 < 0 || isNaN(data3)){
validate247.errors = [{instancePath:instancePath+"/nullWhen",schemaPath:"#/properties/nullWhen/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.duplicateKeys !== undefined){
let data4 = data.duplicateKeys;
const _errs10 = errors;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
validate247.errors = [{instancePath:instancePath+"/duplicateKeys",schemaPath:"#/properties/duplicateKeys/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs10){
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 < 0 || isNaN(data4)){
validate247.errors = [{instancePath:instancePath+"/duplicateKeys",schemaPath:"#/properties/duplicateKeys/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.duplicateDays !== undefined){
let data5 = data.duplicateDays;
const _errs12 = errors;
if(errors === _errs12){
if(Array.isArray(data5)){
if(data5.length < 1){
validate247.errors = [{instancePath:instancePath+"/duplicateDays",schemaPath:"#/properties/duplicateDays/minItems",keyword:"minItems",params:{limit: 1}}];
return false;
}
else {
var valid1 = true;
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
const _errs14 = errors;
if(!(validate248(data5[i0], {instancePath:instancePath+"/duplicateDays/" + i0,parentData:data5,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate248.errors : vErrors.concat(validate248.errors);
errors = vErrors.length;
}
var valid1 = _errs14 === errors;
if(!valid1){
break;
}
}
}
}
else {
validate247.errors = [{instancePath:instancePath+"/duplicateDays",schemaPath:"#/properties/duplicateDays/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.repeatedKeys !== undefined){
let data7 = data.repeatedKeys;
const _errs15 = errors;
if(errors === _errs15){
if(Array.isArray(data7)){
var valid2 = true;
const len1 = data7.length;
for(let i1=0; i1<len1; i1++){
let data8 = data7[i1];
const _errs17 = errors;
if(errors === _errs17){
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
let missing1;
if((((data8.period === undefined) && (missing1 = "period")) || ((data8.keys === undefined) && (missing1 = "keys"))) || ((data8.days === undefined) && (missing1 = "days"))){
validate247.errors = [{instancePath:instancePath+"/repeatedKeys/" + i1,schemaPath:"#/properties/repeatedKeys/items/required",keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
const _errs19 = errors;
for(const key1 in data8){
if(!(((key1 === "period") || (key1 === "keys")) || (key1 === "days"))){
validate247.errors = [{instancePath:instancePath+"/repeatedKeys/" + i1,schemaPath:"#/properties/repeatedKeys/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}}];
return false;
break;
}
}
if(_errs19 === errors){
if(data8.period !== undefined){
const _errs20 = errors;
if(!(validate232(data8.period, {instancePath:instancePath+"/repeatedKeys/" + i1+"/period",parentData:data8,parentDataProperty:"period",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate232.errors : vErrors.concat(validate232.errors);
errors = vErrors.length;
}
var valid3 = _errs20 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data8.keys !== undefined){
let data10 = data8.keys;
const _errs21 = errors;
if(!(((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10))) && (isFinite(data10)))){
validate247.errors = [{instancePath:instancePath+"/repeatedKeys/" + i1+"/keys",schemaPath:"#/properties/repeatedKeys/items/properties/keys/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs21){
if((typeof data10 == "number") && (isFinite(data10))){
if(data10 < 0 || isNaN(data10)){
validate247.errors = [{instancePath:instancePath+"/repeatedKeys/" + i1+"/keys",schemaPath:"#/properties/repeatedKeys/items/properties/keys/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid3 = _errs21 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data8.days !== undefined){
let data11 = data8.days;
const _errs23 = errors;
if(errors === _errs23){
if(Array.isArray(data11)){
var valid4 = true;
const len2 = data11.length;
for(let i2=0; i2<len2; i2++){
const _errs25 = errors;
if(!(validate248(data11[i2], {instancePath:instancePath+"/repeatedKeys/" + i1+"/days/" + i2,parentData:data11,parentDataProperty:i2,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate248.errors : vErrors.concat(validate248.errors);
errors = vErrors.length;
}
var valid4 = _errs25 === errors;
if(!valid4){
break;
}
}
}
else {
validate247.errors = [{instancePath:instancePath+"/repeatedKeys/" + i1+"/days",schemaPath:"#/properties/repeatedKeys/items/properties/days/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid3 = _errs23 === errors;
}
else {
var valid3 = true;
}
}
}
}
}
}
else {
validate247.errors = [{instancePath:instancePath+"/repeatedKeys/" + i1,schemaPath:"#/properties/repeatedKeys/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid2 = _errs17 === errors;
if(!valid2){
break;
}
}
}
else {
validate247.errors = [{instancePath:instancePath+"/repeatedKeys",schemaPath:"#/properties/repeatedKeys/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs15 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
else {
validate247.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate247.errors = vErrors;
return errors === 0;
}
validate247.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate246(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate246.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.id === undefined) && (missing0 = "id")) || ((data.complete === undefined) && (missing0 = "complete"))) || ((data.scans === undefined) && (missing0 = "scans"))){
validate246.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((key0 === "id") || (key0 === "freshAt")) || (key0 === "complete")) || (key0 === "scans"))){
validate246.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.id !== undefined){
const _errs2 = errors;
if(typeof data.id !== "string"){
validate246.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.freshAt !== undefined){
const _errs4 = errors;
if(typeof data.freshAt !== "string"){
validate246.errors = [{instancePath:instancePath+"/freshAt",schemaPath:"#/properties/freshAt/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.complete !== undefined){
const _errs6 = errors;
if(typeof data.complete !== "boolean"){
validate246.errors = [{instancePath:instancePath+"/complete",schemaPath:"#/properties/complete/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.scans !== undefined){
let data3 = data.scans;
const _errs8 = errors;
if(errors === _errs8){
if(Array.isArray(data3)){
var valid1 = true;
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
const _errs10 = errors;
if(!(validate247(data3[i0], {instancePath:instancePath+"/scans/" + i0,parentData:data3,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate247.errors : vErrors.concat(validate247.errors);
errors = vErrors.length;
}
var valid1 = _errs10 === errors;
if(!valid1){
break;
}
}
}
else {
validate246.errors = [{instancePath:instancePath+"/scans",schemaPath:"#/properties/scans/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
else {
validate246.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate246.errors = vErrors;
return errors === 0;
}
validate246.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate258(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate258.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(typeof data === "string"){
if(!pattern5.test(data)){
validate258.errors = [{instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "^-?\\d+(\\.\\d+|/\\d+)?$"}}];
return false;
}
}
else {
validate258.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
validate258.errors = vErrors;
return errors === 0;
}
validate258.evaluated = {"dynamicProps":false,"dynamicItems":false};

const schema71 = {"type":"object","additionalProperties":false,"required":["of","rows"],"properties":{"of":{"type":"array","items":{"type":["string","null"]}},"rows":{"type":"integer","minimum":0},"nulls":{"type":"integer","minimum":1},"value":{"$ref":"#/$defs/exact"}}};

function validate260(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate260.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.of === undefined) && (missing0 = "of")) || ((data.rows === undefined) && (missing0 = "rows"))){
validate260.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((key0 === "of") || (key0 === "rows")) || (key0 === "nulls")) || (key0 === "value"))){
validate260.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.of !== undefined){
let data0 = data.of;
const _errs2 = errors;
if(errors === _errs2){
if(Array.isArray(data0)){
var valid1 = true;
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
const _errs4 = errors;
if((typeof data1 !== "string") && (data1 !== null)){
validate260.errors = [{instancePath:instancePath+"/of/" + i0,schemaPath:"#/properties/of/items/type",keyword:"type",params:{type: schema71.properties.of.items.type}}];
return false;
}
var valid1 = _errs4 === errors;
if(!valid1){
break;
}
}
}
else {
validate260.errors = [{instancePath:instancePath+"/of",schemaPath:"#/properties/of/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.rows !== undefined){
let data2 = data.rows;
const _errs6 = errors;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
validate260.errors = [{instancePath:instancePath+"/rows",schemaPath:"#/properties/rows/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs6){
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 < 0 || isNaN(data2)){
validate260.errors = [{instancePath:instancePath+"/rows",schemaPath:"#/properties/rows/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.nulls !== undefined){
let data3 = data.nulls;
const _errs8 = errors;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
validate260.errors = [{instancePath:instancePath+"/nulls",schemaPath:"#/properties/nulls/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs8){
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 < 1 || isNaN(data3)){
validate260.errors = [{instancePath:instancePath+"/nulls",schemaPath:"#/properties/nulls/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
return false;
}
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.value !== undefined){
const _errs10 = errors;
if(!(validate258(data.value, {instancePath:instancePath+"/value",parentData:data,parentDataProperty:"value",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate258.errors : vErrors.concat(validate258.errors);
errors = vErrors.length;
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
else {
validate260.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate260.errors = vErrors;
return errors === 0;
}
validate260.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate256(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate256.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.day === undefined) && (missing0 = "day")) || ((data.rows === undefined) && (missing0 = "rows"))){
validate256.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((((key0 === "day") || (key0 === "currency")) || (key0 === "rows")) || (key0 === "nulls")) || (key0 === "value")) || (key0 === "parts"))){
validate256.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.day !== undefined){
const _errs2 = errors;
if(!(validate234(data.day, {instancePath:instancePath+"/day",parentData:data,parentDataProperty:"day",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate234.errors : vErrors.concat(validate234.errors);
errors = vErrors.length;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.currency !== undefined){
const _errs3 = errors;
if(typeof data.currency !== "string"){
validate256.errors = [{instancePath:instancePath+"/currency",schemaPath:"#/properties/currency/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.rows !== undefined){
let data2 = data.rows;
const _errs5 = errors;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
validate256.errors = [{instancePath:instancePath+"/rows",schemaPath:"#/properties/rows/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs5){
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 < 0 || isNaN(data2)){
validate256.errors = [{instancePath:instancePath+"/rows",schemaPath:"#/properties/rows/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.nulls !== undefined){
let data3 = data.nulls;
const _errs7 = errors;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
validate256.errors = [{instancePath:instancePath+"/nulls",schemaPath:"#/properties/nulls/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs7){
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 < 1 || isNaN(data3)){
validate256.errors = [{instancePath:instancePath+"/nulls",schemaPath:"#/properties/nulls/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
return false;
}
}
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.value !== undefined){
const _errs9 = errors;
if(!(validate258(data.value, {instancePath:instancePath+"/value",parentData:data,parentDataProperty:"value",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate258.errors : vErrors.concat(validate258.errors);
errors = vErrors.length;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.parts !== undefined){
let data5 = data.parts;
const _errs10 = errors;
if(errors === _errs10){
if(Array.isArray(data5)){
var valid1 = true;
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
const _errs12 = errors;
if(!(validate260(data5[i0], {instancePath:instancePath+"/parts/" + i0,parentData:data5,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate260.errors : vErrors.concat(validate260.errors);
errors = vErrors.length;
}
var valid1 = _errs12 === errors;
if(!valid1){
break;
}
}
}
else {
validate256.errors = [{instancePath:instancePath+"/parts",schemaPath:"#/properties/parts/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
else {
validate256.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate256.errors = vErrors;
return errors === 0;
}
validate256.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema72 = {"type":"object","additionalProperties":false,"required":["of","distinct"],"properties":{"of":{"type":"array","items":{"type":["string","null"]}},"distinct":{"type":"integer","minimum":0}}};

function validate264(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate264.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.of === undefined) && (missing0 = "of")) || ((data.distinct === undefined) && (missing0 = "distinct"))){
validate264.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "of") || (key0 === "distinct"))){
validate264.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.of !== undefined){
let data0 = data.of;
const _errs2 = errors;
if(errors === _errs2){
if(Array.isArray(data0)){
var valid1 = true;
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
const _errs4 = errors;
if((typeof data1 !== "string") && (data1 !== null)){
validate264.errors = [{instancePath:instancePath+"/of/" + i0,schemaPath:"#/properties/of/items/type",keyword:"type",params:{type: schema72.properties.of.items.type}}];
return false;
}
var valid1 = _errs4 === errors;
if(!valid1){
break;
}
}
}
else {
validate264.errors = [{instancePath:instancePath+"/of",schemaPath:"#/properties/of/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.distinct !== undefined){
let data2 = data.distinct;
const _errs6 = errors;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
validate264.errors = [{instancePath:instancePath+"/distinct",schemaPath:"#/properties/distinct/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs6){
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 < 0 || isNaN(data2)){
validate264.errors = [{instancePath:instancePath+"/distinct",schemaPath:"#/properties/distinct/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
validate264.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate264.errors = vErrors;
return errors === 0;
}
validate264.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate255(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate255.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.id === undefined) && (missing0 = "id")) || ((data.rows === undefined) && (missing0 = "rows"))) || ((data.nulls === undefined) && (missing0 = "nulls"))) || ((data.days === undefined) && (missing0 = "days"))){
validate255.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((((((key0 === "id") || (key0 === "rows")) || (key0 === "nulls")) || (key0 === "undated")) || (key0 === "days")) || (key0 === "distinct")) || (key0 === "parts"))){
validate255.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.id !== undefined){
const _errs2 = errors;
if(typeof data.id !== "string"){
validate255.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.rows !== undefined){
let data1 = data.rows;
const _errs4 = errors;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
validate255.errors = [{instancePath:instancePath+"/rows",schemaPath:"#/properties/rows/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs4){
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 < 0 || isNaN(data1)){
validate255.errors = [{instancePath:instancePath+"/rows",schemaPath:"#/properties/rows/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.nulls !== undefined){
let data2 = data.nulls;
const _errs6 = errors;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
validate255.errors = [{instancePath:instancePath+"/nulls",schemaPath:"#/properties/nulls/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs6){
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 < 0 || isNaN(data2)){
validate255.errors = [{instancePath:instancePath+"/nulls",schemaPath:"#/properties/nulls/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.undated !== undefined){
let data3 = data.undated;
const _errs8 = errors;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
validate255.errors = [{instancePath:instancePath+"/undated",schemaPath:"#/properties/undated/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs8){
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 < 1 || isNaN(data3)){
validate255.errors = [{instancePath:instancePath+"/undated",schemaPath:"#/properties/undated/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
return false;
}
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.days !== undefined){
let data4 = data.days;
const _errs10 = errors;
if(errors === _errs10){
if(Array.isArray(data4)){
var valid1 = true;
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
const _errs12 = errors;
if(!(validate256(data4[i0], {instancePath:instancePath+"/days/" + i0,parentData:data4,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate256.errors : vErrors.concat(validate256.errors);
errors = vErrors.length;
}
var valid1 = _errs12 === errors;
if(!valid1){
break;
}
}
}
else {
validate255.errors = [{instancePath:instancePath+"/days",schemaPath:"#/properties/days/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.distinct !== undefined){
let data6 = data.distinct;
const _errs13 = errors;
if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){
validate255.errors = [{instancePath:instancePath+"/distinct",schemaPath:"#/properties/distinct/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs13){
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 < 0 || isNaN(data6)){
validate255.errors = [{instancePath:instancePath+"/distinct",schemaPath:"#/properties/distinct/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.parts !== undefined){
let data7 = data.parts;
const _errs15 = errors;
if(errors === _errs15){
if(Array.isArray(data7)){
var valid2 = true;
const len1 = data7.length;
for(let i1=0; i1<len1; i1++){
const _errs17 = errors;
if(!(validate264(data7[i1], {instancePath:instancePath+"/parts/" + i1,parentData:data7,parentDataProperty:i1,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate264.errors : vErrors.concat(validate264.errors);
errors = vErrors.length;
}
var valid2 = _errs17 === errors;
if(!valid2){
break;
}
}
}
else {
validate255.errors = [{instancePath:instancePath+"/parts",schemaPath:"#/properties/parts/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs15 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
else {
validate255.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate255.errors = vErrors;
return errors === 0;
}
validate255.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate267(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate267.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((data.id === undefined) && (missing0 = "id")) || ((data.rows === undefined) && (missing0 = "rows"))) || ((data.nulls === undefined) && (missing0 = "nulls"))) || ((data.days === undefined) && (missing0 = "days"))) || ((data.kpi === undefined) && (missing0 = "kpi"))){
validate267.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((((key0 === "id") || (key0 === "rows")) || (key0 === "nulls")) || (key0 === "days")) || (key0 === "distinct")) || (key0 === "kpi"))){
validate267.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.id !== undefined){
const _errs2 = errors;
if(typeof data.id !== "string"){
validate267.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.rows !== undefined){
let data1 = data.rows;
const _errs4 = errors;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
validate267.errors = [{instancePath:instancePath+"/rows",schemaPath:"#/properties/rows/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs4){
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 < 0 || isNaN(data1)){
validate267.errors = [{instancePath:instancePath+"/rows",schemaPath:"#/properties/rows/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.nulls !== undefined){
let data2 = data.nulls;
const _errs6 = errors;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
validate267.errors = [{instancePath:instancePath+"/nulls",schemaPath:"#/properties/nulls/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs6){
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 < 0 || isNaN(data2)){
validate267.errors = [{instancePath:instancePath+"/nulls",schemaPath:"#/properties/nulls/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.days !== undefined){
let data3 = data.days;
const _errs8 = errors;
if(errors === _errs8){
if(Array.isArray(data3)){
var valid1 = true;
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
const _errs10 = errors;
if(!(validate256(data3[i0], {instancePath:instancePath+"/days/" + i0,parentData:data3,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate256.errors : vErrors.concat(validate256.errors);
errors = vErrors.length;
}
var valid1 = _errs10 === errors;
if(!valid1){
break;
}
}
}
else {
validate267.errors = [{instancePath:instancePath+"/days",schemaPath:"#/properties/days/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.distinct !== undefined){
let data5 = data.distinct;
const _errs11 = errors;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
validate267.errors = [{instancePath:instancePath+"/distinct",schemaPath:"#/properties/distinct/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs11){
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 < 0 || isNaN(data5)){
validate267.errors = [{instancePath:instancePath+"/distinct",schemaPath:"#/properties/distinct/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.kpi !== undefined){
const _errs13 = errors;
if(typeof data.kpi !== "string"){
validate267.errors = [{instancePath:instancePath+"/kpi",schemaPath:"#/properties/kpi/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
else {
validate267.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate267.errors = vErrors;
return errors === 0;
}
validate267.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema74 = {"type":"object","additionalProperties":false,"required":["currency","day"],"properties":{"currency":{"type":"string"},"day":{"$ref":"#/$defs/date"},"rateDay":{"$ref":"#/$defs/date"},"rate":{"$ref":"#/$defs/exact"},"problem":{"type":"string","enum":["duplicate","not_positive"]}}};

function validate270(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate270.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.currency === undefined) && (missing0 = "currency")) || ((data.day === undefined) && (missing0 = "day"))){
validate270.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((((key0 === "currency") || (key0 === "day")) || (key0 === "rateDay")) || (key0 === "rate")) || (key0 === "problem"))){
validate270.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.currency !== undefined){
const _errs2 = errors;
if(typeof data.currency !== "string"){
validate270.errors = [{instancePath:instancePath+"/currency",schemaPath:"#/properties/currency/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.day !== undefined){
const _errs4 = errors;
if(!(validate234(data.day, {instancePath:instancePath+"/day",parentData:data,parentDataProperty:"day",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate234.errors : vErrors.concat(validate234.errors);
errors = vErrors.length;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.rateDay !== undefined){
const _errs5 = errors;
if(!(validate234(data.rateDay, {instancePath:instancePath+"/rateDay",parentData:data,parentDataProperty:"rateDay",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate234.errors : vErrors.concat(validate234.errors);
errors = vErrors.length;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.rate !== undefined){
const _errs6 = errors;
if(!(validate258(data.rate, {instancePath:instancePath+"/rate",parentData:data,parentDataProperty:"rate",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate258.errors : vErrors.concat(validate258.errors);
errors = vErrors.length;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.problem !== undefined){
let data4 = data.problem;
const _errs7 = errors;
if(typeof data4 !== "string"){
validate270.errors = [{instancePath:instancePath+"/problem",schemaPath:"#/properties/problem/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((data4 === "duplicate") || (data4 === "not_positive"))){
validate270.errors = [{instancePath:instancePath+"/problem",schemaPath:"#/properties/problem/enum",keyword:"enum",params:{allowedValues: schema74.properties.problem.enum}}];
return false;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
else {
validate270.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate270.errors = vErrors;
return errors === 0;
}
validate270.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate275(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate275.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.calendar === undefined) && (missing0 = "calendar")) || ((data.measures === undefined) && (missing0 = "measures"))) || ((data.variants === undefined) && (missing0 = "variants"))){
validate275.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((key0 === "calendar") || (key0 === "measures")) || (key0 === "variants"))){
validate275.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.calendar !== undefined){
const _errs2 = errors;
if(!(validate242(data.calendar, {instancePath:instancePath+"/calendar",parentData:data,parentDataProperty:"calendar",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate242.errors : vErrors.concat(validate242.errors);
errors = vErrors.length;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.measures !== undefined){
let data1 = data.measures;
const _errs3 = errors;
if(errors === _errs3){
if(Array.isArray(data1)){
var valid1 = true;
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
const _errs5 = errors;
if(!(validate255(data1[i0], {instancePath:instancePath+"/measures/" + i0,parentData:data1,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate255.errors : vErrors.concat(validate255.errors);
errors = vErrors.length;
}
var valid1 = _errs5 === errors;
if(!valid1){
break;
}
}
}
else {
validate275.errors = [{instancePath:instancePath+"/measures",schemaPath:"#/properties/measures/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.variants !== undefined){
let data3 = data.variants;
const _errs6 = errors;
if(errors === _errs6){
if(Array.isArray(data3)){
var valid2 = true;
const len1 = data3.length;
for(let i1=0; i1<len1; i1++){
const _errs8 = errors;
if(!(validate267(data3[i1], {instancePath:instancePath+"/variants/" + i1,parentData:data3,parentDataProperty:i1,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate267.errors : vErrors.concat(validate267.errors);
errors = vErrors.length;
}
var valid2 = _errs8 === errors;
if(!valid2){
break;
}
}
}
else {
validate275.errors = [{instancePath:instancePath+"/variants",schemaPath:"#/properties/variants/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
else {
validate275.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate275.errors = vErrors;
return errors === 0;
}
validate275.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate236(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate236.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((((data.period === undefined) && (missing0 = "period")) || ((data.inForce === undefined) && (missing0 = "inForce"))) || ((data.calendar === undefined) && (missing0 = "calendar"))) || ((data.terms === undefined) && (missing0 = "terms"))) || ((data.exclusions === undefined) && (missing0 = "exclusions"))) || ((data.facts === undefined) && (missing0 = "facts"))) || ((data.measures === undefined) && (missing0 = "measures"))) || ((data.variants === undefined) && (missing0 = "variants"))) || ((data.rates === undefined) && (missing0 = "rates"))){
validate236.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func1.call(schema61.properties, key0))){
validate236.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.period !== undefined){
const _errs2 = errors;
if(!(validate232(data.period, {instancePath:instancePath+"/period",parentData:data,parentDataProperty:"period",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate232.errors : vErrors.concat(validate232.errors);
errors = vErrors.length;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.inForce !== undefined){
const _errs3 = errors;
if(!(validate238(data.inForce, {instancePath:instancePath+"/inForce",parentData:data,parentDataProperty:"inForce",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate238.errors : vErrors.concat(validate238.errors);
errors = vErrors.length;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.calendar !== undefined){
const _errs4 = errors;
if(!(validate242(data.calendar, {instancePath:instancePath+"/calendar",parentData:data,parentDataProperty:"calendar",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate242.errors : vErrors.concat(validate242.errors);
errors = vErrors.length;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.terms !== undefined){
const _errs5 = errors;
if(!(validate244(data.terms, {instancePath:instancePath+"/terms",parentData:data,parentDataProperty:"terms",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate244.errors : vErrors.concat(validate244.errors);
errors = vErrors.length;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.exclusions !== undefined){
let data4 = data.exclusions;
const _errs6 = errors;
if(errors === _errs6){
if(Array.isArray(data4)){
var valid1 = true;
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
const _errs8 = errors;
if(typeof data4[i0] !== "string"){
validate236.errors = [{instancePath:instancePath+"/exclusions/" + i0,schemaPath:"#/properties/exclusions/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid1 = _errs8 === errors;
if(!valid1){
break;
}
}
}
else {
validate236.errors = [{instancePath:instancePath+"/exclusions",schemaPath:"#/properties/exclusions/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.facts !== undefined){
let data6 = data.facts;
const _errs10 = errors;
if(errors === _errs10){
if(Array.isArray(data6)){
var valid2 = true;
const len1 = data6.length;
for(let i1=0; i1<len1; i1++){
const _errs12 = errors;
if(!(validate246(data6[i1], {instancePath:instancePath+"/facts/" + i1,parentData:data6,parentDataProperty:i1,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate246.errors : vErrors.concat(validate246.errors);
errors = vErrors.length;
}
var valid2 = _errs12 === errors;
if(!valid2){
break;
}
}
}
else {
validate236.errors = [{instancePath:instancePath+"/facts",schemaPath:"#/properties/facts/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.measures !== undefined){
let data8 = data.measures;
const _errs13 = errors;
if(errors === _errs13){
if(Array.isArray(data8)){
var valid3 = true;
const len2 = data8.length;
for(let i2=0; i2<len2; i2++){
const _errs15 = errors;
if(!(validate255(data8[i2], {instancePath:instancePath+"/measures/" + i2,parentData:data8,parentDataProperty:i2,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate255.errors : vErrors.concat(validate255.errors);
errors = vErrors.length;
}
var valid3 = _errs15 === errors;
if(!valid3){
break;
}
}
}
else {
validate236.errors = [{instancePath:instancePath+"/measures",schemaPath:"#/properties/measures/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.variants !== undefined){
let data10 = data.variants;
const _errs16 = errors;
if(errors === _errs16){
if(Array.isArray(data10)){
var valid4 = true;
const len3 = data10.length;
for(let i3=0; i3<len3; i3++){
const _errs18 = errors;
if(!(validate267(data10[i3], {instancePath:instancePath+"/variants/" + i3,parentData:data10,parentDataProperty:i3,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate267.errors : vErrors.concat(validate267.errors);
errors = vErrors.length;
}
var valid4 = _errs18 === errors;
if(!valid4){
break;
}
}
}
else {
validate236.errors = [{instancePath:instancePath+"/variants",schemaPath:"#/properties/variants/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs16 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.rates !== undefined){
let data12 = data.rates;
const _errs19 = errors;
if(errors === _errs19){
if(Array.isArray(data12)){
var valid5 = true;
const len4 = data12.length;
for(let i4=0; i4<len4; i4++){
const _errs21 = errors;
if(!(validate270(data12[i4], {instancePath:instancePath+"/rates/" + i4,parentData:data12,parentDataProperty:i4,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate270.errors : vErrors.concat(validate270.errors);
errors = vErrors.length;
}
var valid5 = _errs21 === errors;
if(!valid5){
break;
}
}
}
else {
validate236.errors = [{instancePath:instancePath+"/rates",schemaPath:"#/properties/rates/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs19 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.underEarlierRules !== undefined){
const _errs22 = errors;
if(!(validate275(data.underEarlierRules, {instancePath:instancePath+"/underEarlierRules",parentData:data,parentDataProperty:"underEarlierRules",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate275.errors : vErrors.concat(validate275.errors);
errors = vErrors.length;
}
var valid0 = _errs22 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate236.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate236.errors = vErrors;
return errors === 0;
}
validate236.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate281(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate281.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((data.measure === undefined) && (missing0 = "measure")) || ((data.terms === undefined) && (missing0 = "terms"))) || ((data.from === undefined) && (missing0 = "from"))) || ((data.to === undefined) && (missing0 = "to"))) || ((data.calendar === undefined) && (missing0 = "calendar"))) || ((data.distinct === undefined) && (missing0 = "distinct"))){
validate281.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((((key0 === "measure") || (key0 === "terms")) || (key0 === "from")) || (key0 === "to")) || (key0 === "calendar")) || (key0 === "distinct"))){
validate281.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.measure !== undefined){
const _errs2 = errors;
if(typeof data.measure !== "string"){
validate281.errors = [{instancePath:instancePath+"/measure",schemaPath:"#/properties/measure/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.terms !== undefined){
const _errs4 = errors;
if(!(validate244(data.terms, {instancePath:instancePath+"/terms",parentData:data,parentDataProperty:"terms",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate244.errors : vErrors.concat(validate244.errors);
errors = vErrors.length;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.from !== undefined){
const _errs5 = errors;
if(!(validate234(data.from, {instancePath:instancePath+"/from",parentData:data,parentDataProperty:"from",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate234.errors : vErrors.concat(validate234.errors);
errors = vErrors.length;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.to !== undefined){
const _errs6 = errors;
if(!(validate234(data.to, {instancePath:instancePath+"/to",parentData:data,parentDataProperty:"to",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate234.errors : vErrors.concat(validate234.errors);
errors = vErrors.length;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.calendar !== undefined){
const _errs7 = errors;
if(!(validate242(data.calendar, {instancePath:instancePath+"/calendar",parentData:data,parentDataProperty:"calendar",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate242.errors : vErrors.concat(validate242.errors);
errors = vErrors.length;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.distinct !== undefined){
let data5 = data.distinct;
const _errs8 = errors;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
validate281.errors = [{instancePath:instancePath+"/distinct",schemaPath:"#/properties/distinct/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs8){
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 < 0 || isNaN(data5)){
validate281.errors = [{instancePath:instancePath+"/distinct",schemaPath:"#/properties/distinct/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
else {
validate281.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate281.errors = vErrors;
return errors === 0;
}
validate281.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate231(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://concord.example/schemas/evidence.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate231.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((data.apiVersion === undefined) && (missing0 = "apiVersion")) || ((data.kind === undefined) && (missing0 = "kind"))) || ((data.contract === undefined) && (missing0 = "contract"))) || ((data.period === undefined) && (missing0 = "period"))) || ((data.asOf === undefined) && (missing0 = "asOf"))) || ((data.periods === undefined) && (missing0 = "periods"))) || ((data.spans === undefined) && (missing0 = "spans"))){
validate231.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((((((key0 === "apiVersion") || (key0 === "kind")) || (key0 === "contract")) || (key0 === "period")) || (key0 === "asOf")) || (key0 === "periods")) || (key0 === "spans"))){
validate231.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.apiVersion !== undefined){
const _errs2 = errors;
if("concord/v1" !== data.apiVersion){
validate231.errors = [{instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/const",keyword:"const",params:{allowedValue: "concord/v1"}}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.kind !== undefined){
const _errs3 = errors;
if("Evidence" !== data.kind){
validate231.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "Evidence"}}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.contract !== undefined){
const _errs4 = errors;
if(typeof data.contract !== "string"){
validate231.errors = [{instancePath:instancePath+"/contract",schemaPath:"#/properties/contract/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.period !== undefined){
const _errs6 = errors;
if(!(validate232(data.period, {instancePath:instancePath+"/period",parentData:data,parentDataProperty:"period",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate232.errors : vErrors.concat(validate232.errors);
errors = vErrors.length;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.asOf !== undefined){
const _errs7 = errors;
if(!(validate234(data.asOf, {instancePath:instancePath+"/asOf",parentData:data,parentDataProperty:"asOf",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate234.errors : vErrors.concat(validate234.errors);
errors = vErrors.length;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.periods !== undefined){
let data5 = data.periods;
const _errs8 = errors;
if(errors === _errs8){
if(Array.isArray(data5)){
var valid1 = true;
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
const _errs10 = errors;
if(!(validate236(data5[i0], {instancePath:instancePath+"/periods/" + i0,parentData:data5,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate236.errors : vErrors.concat(validate236.errors);
errors = vErrors.length;
}
var valid1 = _errs10 === errors;
if(!valid1){
break;
}
}
}
else {
validate231.errors = [{instancePath:instancePath+"/periods",schemaPath:"#/properties/periods/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.spans !== undefined){
let data7 = data.spans;
const _errs11 = errors;
if(errors === _errs11){
if(Array.isArray(data7)){
var valid2 = true;
const len1 = data7.length;
for(let i1=0; i1<len1; i1++){
const _errs13 = errors;
if(!(validate281(data7[i1], {instancePath:instancePath+"/spans/" + i1,parentData:data7,parentDataProperty:i1,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate281.errors : vErrors.concat(validate281.errors);
errors = vErrors.length;
}
var valid2 = _errs13 === errors;
if(!valid2){
break;
}
}
}
else {
validate231.errors = [{instancePath:instancePath+"/spans",schemaPath:"#/properties/spans/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
else {
validate231.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate231.errors = vErrors;
return errors === 0;
}
validate231.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const statement = validate287;
const schema77 = {"$id":"https://concord.example/schemas/statement.schema.json","type":"object","additionalProperties":false,"required":["apiVersion","kind","contract","period","from","to","currency","asOf","termsDigest","evidenceDigest","facts","measures","kpis","composite","compositeState","gates","reconcile","anomalies","lines","held","total","run","tail","final","previousDigest","events","changes","disputes","disputableUntil","dueOn","balance","open","carried","digest","provenance"],"properties":{"apiVersion":{"const":"concord/v1"},"kind":{"const":"Statement"},"contract":{"type":"string"},"period":{"$ref":"#/$defs/period"},"from":{"type":["string","null"],"pattern":"^\\d{4}-\\d{2}-\\d{2}$"},"to":{"type":["string","null"],"pattern":"^\\d{4}-\\d{2}-\\d{2}$"},"currency":{"type":"string"},"asOf":{"$ref":"#/$defs/date"},"termsDigest":{"$ref":"#/$defs/digest"},"evidenceDigest":{"$ref":"#/$defs/digest"},"facts":{"type":"array","items":{"$ref":"#/$defs/factQuality"}},"measures":{"type":"object","additionalProperties":{"type":["string","null"]}},"kpis":{"type":"array","items":{"$ref":"#/$defs/kpiResult"}},"composite":{"$ref":"#/$defs/decimalOrNull"},"compositeExact":{"$ref":"#/$defs/fraction"},"compositeState":{"anyOf":[{"$ref":"#/$defs/compositeResult"},{"type":"null"}]},"gates":{"type":"array","items":{"$ref":"#/$defs/gateResult"}},"watch":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["metric","value"],"properties":{"metric":{"type":"string"},"value":{"$ref":"#/$defs/decimalOrNull"},"valueExact":{"$ref":"#/$defs/fraction"}}}},"duties":{"type":"array","items":{"$ref":"#/$defs/dutyResult"},"minItems":1},"reconcile":{"type":"array","items":{"$ref":"#/$defs/reconcileResult"}},"anomalies":{"type":"array","items":{"$ref":"#/$defs/anomaly"}},"lines":{"type":"array","items":{"$ref":"#/$defs/line"}},"held":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["line","reason"],"properties":{"line":{"type":"string"},"reason":{"$ref":"#/$defs/reason"}}}},"total":{"$ref":"#/$defs/decimal"},"run":{"type":"integer","minimum":1},"tail":{"type":"boolean"},"final":{"type":"boolean"},"previousDigest":{"type":["string","null"],"pattern":"^sha256:[0-9a-f]{64}$"},"events":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["file","digest"],"properties":{"file":{"type":"string"},"digest":{"$ref":"#/$defs/digest"}}}},"changes":{"type":"array","items":{"$ref":"#/$defs/change"}},"disputes":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["period","line","events","lapsesOn","setAside"],"properties":{"period":{"$ref":"#/$defs/period"},"line":{"type":"string"},"events":{"type":"array","items":{"type":"string"}},"lapsesOn":{"$ref":"#/$defs/date"},"setAside":{"$ref":"#/$defs/decimal"}}}},"disputableUntil":{"$ref":"#/$defs/date"},"dueOn":{"type":["string","null"],"pattern":"^\\d{4}-\\d{2}-\\d{2}$"},"balance":{"$ref":"#/$defs/decimal"},"open":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["period","amount","dueOn"],"properties":{"period":{"$ref":"#/$defs/period"},"amount":{"$ref":"#/$defs/decimal"},"dueOn":{"type":["string","null"],"pattern":"^\\d{4}-\\d{2}-\\d{2}$"}}}},"carried":{"$ref":"#/$defs/carried"},"digest":{"$ref":"#/$defs/digest"},"provenance":{"$ref":"#/$defs/provenance"}},"$defs":{"period":{"type":"string","pattern":"^\\d{4}-(0[1-9]|1[0-2]|Q[1-4]|W(0[1-9]|[1-4]\\d|5[0-3]))$"},"date":{"type":"string","pattern":"^\\d{4}-\\d{2}-\\d{2}$"},"party":{"type":"string","enum":["brand","provider"]},"decimal":{"type":"string","pattern":"^-?\\d+(\\.\\d+)?$"},"decimalOrNull":{"type":["string","null"],"pattern":"^-?\\d+(\\.\\d+)?$"},"fraction":{"type":"string","pattern":"^-?\\d+/\\d+$"},"exact":{"type":"string","pattern":"^-?\\d+(\\.\\d+|/\\d+)?$"},"exactOrNull":{"type":["string","null"],"pattern":"^-?\\d+(\\.\\d+|/\\d+)?$"},"digest":{"type":"string","pattern":"^sha256:[0-9a-f]{64}$"},"reason":{"type":"object","additionalProperties":false,"required":["code","with"],"properties":{"code":{"$ref":"#/$defs/reasonCode"},"with":{"type":"object","additionalProperties":{"type":"string"}}}},"lineKind":{"type":"string","enum":["retainer","commission","unit_price","bonus","milestone","wager","guarantee","penalty","cap","pass_through","rebate","tax","recovery","excess","true-up","correction"]},"kpiResult":{"type":"object","additionalProperties":false,"required":["id","metric","actual","threshold","target","stretch","cap","weight","attainment","score","state","reasons"],"properties":{"id":{"type":"string"},"metric":{"type":"string"},"actual":{"$ref":"#/$defs/decimalOrNull"},"actualExact":{"$ref":"#/$defs/fraction"},"threshold":{"$ref":"#/$defs/decimalOrNull"},"target":{"$ref":"#/$defs/decimal"},"targetExact":{"$ref":"#/$defs/fraction"},"stretch":{"$ref":"#/$defs/decimalOrNull"},"cap":{"$ref":"#/$defs/decimal"},"weight":{"$ref":"#/$defs/decimal"},"attainment":{"$ref":"#/$defs/decimalOrNull"},"attainmentExact":{"$ref":"#/$defs/fraction"},"score":{"$ref":"#/$defs/decimalOrNull"},"scoreExact":{"$ref":"#/$defs/fraction"},"state":{"type":"string","enum":["scored","below_minimum","waived","missing","held"]},"reasons":{"type":"array","items":{"$ref":"#/$defs/reason"}}}},"compositeResult":{"type":"object","additionalProperties":false,"required":["state","reasons"],"properties":{"state":{"type":"string","enum":["scored","waived","held"]},"reasons":{"type":"array","items":{"$ref":"#/$defs/reason"}}}},"gateResult":{"type":"object","additionalProperties":false,"required":["id","metric","actual","limit","value","state","reasons"],"properties":{"id":{"type":"string"},"metric":{"type":"string"},"actual":{"$ref":"#/$defs/decimalOrNull"},"actualExact":{"$ref":"#/$defs/fraction"},"limit":{"type":"string","enum":["atLeast","atMost"]},"value":{"$ref":"#/$defs/decimal"},"state":{"type":"string","enum":["passed","failed","held"]},"reasons":{"type":"array","items":{"$ref":"#/$defs/reason"}}}},"dutyResult":{"type":"object","additionalProperties":false,"required":["id","owes","lateIf","dueOn","state","doneOn","claim","claimUntil","costs"],"properties":{"id":{"type":"string"},"owes":{"$ref":"#/$defs/party"},"lateIf":{"type":"string","enum":["claimed","unproven"]},"dueOn":{"$ref":"#/$defs/date"},"state":{"type":"string","enum":["due","done","unclaimed","late"]},"doneOn":{"anyOf":[{"$ref":"#/$defs/date"},{"type":"null"}]},"claim":{"anyOf":[{"type":"object","additionalProperties":false,"required":["file","on"],"properties":{"file":{"type":"string"},"on":{"$ref":"#/$defs/date"}}},{"type":"null"}]},"claimUntil":{"anyOf":[{"$ref":"#/$defs/date"},{"type":"null"}]},"costs":{"$ref":"#/$defs/decimalOrNull"}}},"reconcileResult":{"type":"object","additionalProperties":false,"required":["id","left","right","gap","tolerance","onBreach","breached","reviewed"],"properties":{"id":{"type":"string"},"left":{"$ref":"#/$defs/decimalOrNull"},"right":{"$ref":"#/$defs/decimalOrNull"},"gap":{"$ref":"#/$defs/decimalOrNull"},"tolerance":{"$ref":"#/$defs/decimal"},"onBreach":{"type":"string","enum":["hold","flag"]},"breached":{"type":"boolean"},"reviewed":{"type":"boolean"}}},"anomaly":{"oneOf":[{"$ref":"#/$defs/unusualDay"},{"$ref":"#/$defs/silence"}]},"unusualDay":{"type":"object","additionalProperties":false,"required":["id","measure","day","value","median","z","reviewed"],"properties":{"id":{"type":"string"},"measure":{"type":"string"},"day":{"$ref":"#/$defs/date"},"value":{"$ref":"#/$defs/decimal"},"median":{"$ref":"#/$defs/decimal"},"z":{"$ref":"#/$defs/decimal"},"reviewed":{"type":"boolean"}}},"silence":{"type":"object","additionalProperties":false,"required":["id","measure","silence","day","to","reviewed"],"properties":{"id":{"type":"string"},"measure":{"type":"string"},"silence":{"enum":["no-file","stops","never"]},"day":{"$ref":"#/$defs/date"},"to":{"$ref":"#/$defs/date"},"reviewed":{"type":"boolean"}}},"trace":{"type":"object","additionalProperties":false,"required":["clause","inputs","formula","branches","unrounded","rounded"],"properties":{"clause":{"anyOf":[{"type":"object","additionalProperties":false,"required":["file","line"],"properties":{"file":{"type":"string"},"line":{"type":"integer","minimum":1}}},{"type":"null"}]},"inputs":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["input","with","value"],"properties":{"input":{"$ref":"#/$defs/inputCode"},"with":{"type":"object","additionalProperties":{"type":"string"}},"value":{"type":["string","null"]}}}},"formula":{"type":"string"},"branches":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["rule","taken","with"],"properties":{"rule":{"$ref":"#/$defs/ruleCode"},"taken":{"type":"boolean"},"with":{"type":"object","additionalProperties":{"type":"string"}}}}},"unrounded":{"$ref":"#/$defs/exactOrNull"},"rounded":{"$ref":"#/$defs/decimalOrNull"}}},"line":{"type":"object","additionalProperties":false,"required":["id","kind","amount","state","held","reason","trace"],"properties":{"id":{"type":"string"},"kind":{"$ref":"#/$defs/lineKind"},"amount":{"$ref":"#/$defs/decimal"},"state":{"type":"string","enum":["payable","held","disputed"]},"held":{"type":"boolean"},"reason":{"anyOf":[{"$ref":"#/$defs/reason"},{"type":"null"}]},"computed":{"$ref":"#/$defs/decimal"},"claimed":{"$ref":"#/$defs/decimal"},"trace":{"$ref":"#/$defs/trace"}}},"factQuality":{"type":"object","additionalProperties":false,"required":["id","rows","freshAt","complete","duplicateKeys","nullWhen"],"properties":{"id":{"type":"string"},"rows":{"type":"integer","minimum":0},"freshAt":{"type":["string","null"]},"complete":{"type":"boolean"},"duplicateKeys":{"type":"integer","minimum":0},"nullWhen":{"type":"integer","minimum":0}}},"cause":{"type":"object","additionalProperties":false,"required":["reason","party"],"properties":{"reason":{"$ref":"#/$defs/causeReason"},"party":{"type":["string","null"],"enum":["brand","provider",null]}}},"change":{"type":"object","additionalProperties":false,"required":["period","measure","day","before","after","rowsBefore","rowsAfter"],"properties":{"period":{"$ref":"#/$defs/period"},"measure":{"type":"string"},"day":{"type":["string","null"],"pattern":"^\\d{4}-\\d{2}-\\d{2}$"},"before":{"$ref":"#/$defs/exactOrNull"},"after":{"$ref":"#/$defs/exactOrNull"},"rowsBefore":{"type":"integer","minimum":0},"rowsAfter":{"type":"integer","minimum":0},"cause":{"type":"string","enum":["zone-rules"]}}},"carried":{"type":"object","additionalProperties":false,"required":["lines"],"properties":{"lines":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["period","line","kind","life","standsOn"],"properties":{"period":{"$ref":"#/$defs/period"},"line":{"type":"string"},"kind":{"$ref":"#/$defs/lineKind"},"life":{"$ref":"#/$defs/life"},"standsOn":{"$ref":"#/$defs/period"},"knows":{"$ref":"#/$defs/period"},"base":{"$ref":"#/$defs/exact"}}}}}},"provenance":{"type":"object","additionalProperties":false,"required":["engine","warehouse","commit","jobs","statementMd","checksum"],"properties":{"engine":{"type":"string"},"warehouse":{"type":"string"},"commit":{"type":["string","null"]},"jobs":{"type":"array","items":{"type":"string"}},"agreement":{"type":"object","additionalProperties":false,"required":["pullRequest","head","approvals"],"properties":{"pullRequest":{"type":"integer"},"head":{"type":"string","pattern":"^[0-9a-f]{40}$"},"approvals":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["user","at"],"properties":{"user":{"type":"integer"},"at":{"type":"string"}}}}}},"statementMd":{"$ref":"#/$defs/digest"},"checksum":{"$ref":"#/$defs/digest"}}},"life":{"oneOf":[{"type":"object","additionalProperties":false,"required":["state","amount","byRule"],"properties":{"state":{"const":"settled"},"amount":{"$ref":"#/$defs/decimal"},"byRule":{"type":"boolean"}}},{"type":"object","additionalProperties":false,"required":["state","amount","wasSettled","byRule","since","statements","causes"],"properties":{"state":{"const":"held"},"amount":{"$ref":"#/$defs/decimal"},"wasSettled":{"type":"boolean"},"computed":{"$ref":"#/$defs/decimal"},"byRule":{"type":"boolean"},"since":{"$ref":"#/$defs/date"},"statements":{"type":"integer","minimum":1},"causes":{"type":"array","items":{"$ref":"#/$defs/cause"}}}},{"type":"object","additionalProperties":false,"required":["state","amount","byRule","since","moves"],"properties":{"state":{"const":"waiting"},"amount":{"$ref":"#/$defs/decimal"},"byRule":{"type":"boolean"},"since":{"$ref":"#/$defs/date"},"moves":{"$ref":"#/$defs/decimal"}}},{"type":"object","additionalProperties":false,"required":["state","amount","computed","byRule","decided"],"properties":{"state":{"const":"disputed"},"amount":{"$ref":"#/$defs/decimal"},"computed":{"$ref":"#/$defs/decimal"},"byRule":{"type":"boolean"},"decided":{"type":"boolean"}}},{"type":"object","additionalProperties":false,"required":["state","amount","byRule"],"properties":{"state":{"const":"frozen"},"amount":{"$ref":"#/$defs/decimal"},"byRule":{"type":"boolean"}}},{"type":"object","additionalProperties":false,"required":["state","amount"],"properties":{"state":{"const":"accepted"},"amount":{"$ref":"#/$defs/decimal"}}},{"type":"object","additionalProperties":false,"required":["state","amount"],"properties":{"state":{"const":"decided"},"amount":{"$ref":"#/$defs/decimal"}}},{"type":"object","additionalProperties":false,"required":["state","amount","computed"],"properties":{"state":{"const":"resolved"},"amount":{"$ref":"#/$defs/decimal"},"computed":{"$ref":"#/$defs/decimalOrNull"}}}]},"causeCode":{"type":"string","enum":["stale","duplicates","repeated-keys","nulls","no-rate","no-fx","rate-duplicate","rate-not-positive","division-by-zero","not-measured","reconcile-breach","unreviewed","too-little-weight","over-limit","over-acknowledged"]},"reasonCode":{"type":"string","enum":["stale","duplicates","repeated-keys","nulls","no-rate","no-fx","rate-duplicate","rate-not-positive","division-by-zero","not-measured","reconcile-breach","unreviewed","too-little-weight","over-limit","over-acknowledged","unknown","no-rate-days","rate-duplicate-days","rate-not-positive-days","no-fx-days","unreviewed-together","waived","no-time-left","brand-late","provider-late","below-minimum","missing-zero","missing-excluded","composite-waived","grace","gate-failed","nothing-agreed","no-cap","nothing-to-deduct","commission","commission-term","unit-price","pass-through","pass-through-gross","excess-acknowledged","bonus","penalty","guarantee","recovery","cap","tax","correction","milestone","milestone-paid","milestone-final","milestone-not-accepted","milestone-accepted-later","milestone-not-reached","milestone-too-late","wager","wager-void","not-the-horizon","disputed","frozen-by-dispute","resolved","decided","decided-as-settled","dispute-lapsed","after-the-end","decided-for-provider","decided-for-brand","decided-mean","decided-at-least","outside-the-window","recomputed","large-true-up","true-up-acknowledged","zone-rules","true-up-time-passed"]},"ruleCode":{"type":"string","enum":["prorate","grace","gate-passed","gate-failed","gate-held","tiers-marginal","tiers-whole","accumulate-term","negative-base","points-step","points-linear","bands","milestone-reached","horizon-in-part","horizon-ends","early-end","void","recoverable","up-to","cap-cuts","stale","duplicates","repeated-keys","nulls","no-rate","no-fx","rate-duplicate","rate-not-positive","division-by-zero","not-measured","reconcile-breach","unreviewed","too-little-weight","over-limit","over-acknowledged","unknown","no-rate-days","rate-duplicate-days","rate-not-positive-days","no-fx-days","unreviewed-together","waived","no-time-left","brand-late","provider-late","below-minimum","missing-zero","missing-excluded","composite-waived","nothing-agreed","no-cap","nothing-to-deduct","commission","commission-term","unit-price","pass-through","pass-through-gross","excess-acknowledged","bonus","penalty","guarantee","recovery","cap","tax","correction","milestone","milestone-paid","milestone-final","milestone-not-accepted","milestone-accepted-later","milestone-not-reached","milestone-too-late","wager","wager-void","not-the-horizon","disputed","frozen-by-dispute","resolved","decided","decided-as-settled","dispute-lapsed","after-the-end","decided-for-provider","decided-for-brand","decided-mean","decided-at-least","outside-the-window","recomputed","large-true-up","true-up-acknowledged","zone-rules","true-up-time-passed"]},"inputCode":{"type":"string","enum":["amount","pool","price","limit","score","composite-score","metric","metric-up-to","line","event","target","deadband","due","accepted-on","total-before","total-to-date","earned","guarantee","draw","subtotal","subtotal-capped","cap-of-period","cap-left","payable","rate","settled-so-far","worth-now","unreviewed"]},"causeReason":{"type":"object","additionalProperties":false,"required":["code","with"],"properties":{"code":{"$ref":"#/$defs/causeCode"},"with":{"type":"object","additionalProperties":{"type":"string"}}}}}};

function validate288(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate288.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(typeof data === "string"){
if(!pattern4.test(data)){
validate288.errors = [{instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-(0[1-9]|1[0-2]|Q[1-4]|W(0[1-9]|[1-4]\\d|5[0-3]))$"}}];
return false;
}
}
else {
validate288.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
validate288.errors = vErrors;
return errors === 0;
}
validate288.evaluated = {"dynamicProps":false,"dynamicItems":false};


function validate290(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate290.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(typeof data === "string"){
if(!pattern3.test(data)){
validate290.errors = [{instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}$"}}];
return false;
}
}
else {
validate290.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
validate290.errors = vErrors;
return errors === 0;
}
validate290.evaluated = {"dynamicProps":false,"dynamicItems":false};


function validate292(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate292.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(typeof data === "string"){
if(!pattern12.test(data)){
validate292.errors = [{instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "^sha256:[0-9a-f]{64}$"}}];
return false;
}
}
else {
validate292.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
validate292.errors = vErrors;
return errors === 0;
}
validate292.evaluated = {"dynamicProps":false,"dynamicItems":false};

const schema81 = {"type":"object","additionalProperties":false,"required":["id","rows","freshAt","complete","duplicateKeys","nullWhen"],"properties":{"id":{"type":"string"},"rows":{"type":"integer","minimum":0},"freshAt":{"type":["string","null"]},"complete":{"type":"boolean"},"duplicateKeys":{"type":"integer","minimum":0},"nullWhen":{"type":"integer","minimum":0}}};

function validate295(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate295.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((data.id === undefined) && (missing0 = "id")) || ((data.rows === undefined) && (missing0 = "rows"))) || ((data.freshAt === undefined) && (missing0 = "freshAt"))) || ((data.complete === undefined) && (missing0 = "complete"))) || ((data.duplicateKeys === undefined) && (missing0 = "duplicateKeys"))) || ((data.nullWhen === undefined) && (missing0 = "nullWhen"))){
validate295.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((((key0 === "id") || (key0 === "rows")) || (key0 === "freshAt")) || (key0 === "complete")) || (key0 === "duplicateKeys")) || (key0 === "nullWhen"))){
validate295.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.id !== undefined){
const _errs2 = errors;
if(typeof data.id !== "string"){
validate295.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.rows !== undefined){
let data1 = data.rows;
const _errs4 = errors;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
validate295.errors = [{instancePath:instancePath+"/rows",schemaPath:"#/properties/rows/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs4){
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 < 0 || isNaN(data1)){
validate295.errors = [{instancePath:instancePath+"/rows",schemaPath:"#/properties/rows/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.freshAt !== undefined){
let data2 = data.freshAt;
const _errs6 = errors;
if((typeof data2 !== "string") && (data2 !== null)){
validate295.errors = [{instancePath:instancePath+"/freshAt",schemaPath:"#/properties/freshAt/type",keyword:"type",params:{type: schema81.properties.freshAt.type}}];
return false;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.complete !== undefined){
const _errs8 = errors;
if(typeof data.complete !== "boolean"){
validate295.errors = [{instancePath:instancePath+"/complete",schemaPath:"#/properties/complete/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.duplicateKeys !== undefined){
let data4 = data.duplicateKeys;
const _errs10 = errors;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
validate295.errors = [{instancePath:instancePath+"/duplicateKeys",schemaPath:"#/properties/duplicateKeys/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs10){
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 < 0 || isNaN(data4)){
validate295.errors = [{instancePath:instancePath+"/duplicateKeys",schemaPath:"#/properties/duplicateKeys/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.nullWhen !== undefined){
let data5 = data.nullWhen;
const _errs12 = errors;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
validate295.errors = [{instancePath:instancePath+"/nullWhen",schemaPath:"#/properties/nullWhen/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs12){
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 < 0 || isNaN(data5)){
validate295.errors = [{instancePath:instancePath+"/nullWhen",schemaPath:"#/properties/nullWhen/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
else {
validate295.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate295.errors = vErrors;
return errors === 0;
}
validate295.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema82 = {"type":"object","additionalProperties":false,"required":["id","metric","actual","threshold","target","stretch","cap","weight","attainment","score","state","reasons"],"properties":{"id":{"type":"string"},"metric":{"type":"string"},"actual":{"$ref":"#/$defs/decimalOrNull"},"actualExact":{"$ref":"#/$defs/fraction"},"threshold":{"$ref":"#/$defs/decimalOrNull"},"target":{"$ref":"#/$defs/decimal"},"targetExact":{"$ref":"#/$defs/fraction"},"stretch":{"$ref":"#/$defs/decimalOrNull"},"cap":{"$ref":"#/$defs/decimal"},"weight":{"$ref":"#/$defs/decimal"},"attainment":{"$ref":"#/$defs/decimalOrNull"},"attainmentExact":{"$ref":"#/$defs/fraction"},"score":{"$ref":"#/$defs/decimalOrNull"},"scoreExact":{"$ref":"#/$defs/fraction"},"state":{"type":"string","enum":["scored","below_minimum","waived","missing","held"]},"reasons":{"type":"array","items":{"$ref":"#/$defs/reason"}}}};
const schema83 = {"type":["string","null"],"pattern":"^-?\\d+(\\.\\d+)?$"};
const pattern19 = new RegExp("^-?\\d+(\\.\\d+)?$", "u");

function validate298(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate298.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if((typeof data !== "string") && (data !== null)){
validate298.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema83.type}}];
return false;
}
if(errors === 0){
if(typeof data === "string"){
if(!pattern19.test(data)){
validate298.errors = [{instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "^-?\\d+(\\.\\d+)?$"}}];
return false;
}
}
}
validate298.errors = vErrors;
return errors === 0;
}
validate298.evaluated = {"dynamicProps":false,"dynamicItems":false};

const pattern20 = new RegExp("^-?\\d+/\\d+$", "u");

function validate300(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate300.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(typeof data === "string"){
if(!pattern20.test(data)){
validate300.errors = [{instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "^-?\\d+/\\d+$"}}];
return false;
}
}
else {
validate300.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
validate300.errors = vErrors;
return errors === 0;
}
validate300.evaluated = {"dynamicProps":false,"dynamicItems":false};


function validate303(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate303.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(typeof data === "string"){
if(!pattern19.test(data)){
validate303.errors = [{instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "^-?\\d+(\\.\\d+)?$"}}];
return false;
}
}
else {
validate303.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
validate303.errors = vErrors;
return errors === 0;
}
validate303.evaluated = {"dynamicProps":false,"dynamicItems":false};

const schema87 = {"type":"string","enum":["stale","duplicates","repeated-keys","nulls","no-rate","no-fx","rate-duplicate","rate-not-positive","division-by-zero","not-measured","reconcile-breach","unreviewed","too-little-weight","over-limit","over-acknowledged","unknown","no-rate-days","rate-duplicate-days","rate-not-positive-days","no-fx-days","unreviewed-together","waived","no-time-left","brand-late","provider-late","below-minimum","missing-zero","missing-excluded","composite-waived","grace","gate-failed","nothing-agreed","no-cap","nothing-to-deduct","commission","commission-term","unit-price","pass-through","pass-through-gross","excess-acknowledged","bonus","penalty","guarantee","recovery","cap","tax","correction","milestone","milestone-paid","milestone-final","milestone-not-accepted","milestone-accepted-later","milestone-not-reached","milestone-too-late","wager","wager-void","not-the-horizon","disputed","frozen-by-dispute","resolved","decided","decided-as-settled","dispute-lapsed","after-the-end","decided-for-provider","decided-for-brand","decided-mean","decided-at-least","outside-the-window","recomputed","large-true-up","true-up-acknowledged","zone-rules","true-up-time-passed"]};

function validate314(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate314.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(typeof data !== "string"){
validate314.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((data === "stale") || (data === "duplicates")) || (data === "repeated-keys")) || (data === "nulls")) || (data === "no-rate")) || (data === "no-fx")) || (data === "rate-duplicate")) || (data === "rate-not-positive")) || (data === "division-by-zero")) || (data === "not-measured")) || (data === "reconcile-breach")) || (data === "unreviewed")) || (data === "too-little-weight")) || (data === "over-limit")) || (data === "over-acknowledged")) || (data === "unknown")) || (data === "no-rate-days")) || (data === "rate-duplicate-days")) || (data === "rate-not-positive-days")) || (data === "no-fx-days")) || (data === "unreviewed-together")) || (data === "waived")) || (data === "no-time-left")) || (data === "brand-late")) || (data === "provider-late")) || (data === "below-minimum")) || (data === "missing-zero")) || (data === "missing-excluded")) || (data === "composite-waived")) || (data === "grace")) || (data === "gate-failed")) || (data === "nothing-agreed")) || (data === "no-cap")) || (data === "nothing-to-deduct")) || (data === "commission")) || (data === "commission-term")) || (data === "unit-price")) || (data === "pass-through")) || (data === "pass-through-gross")) || (data === "excess-acknowledged")) || (data === "bonus")) || (data === "penalty")) || (data === "guarantee")) || (data === "recovery")) || (data === "cap")) || (data === "tax")) || (data === "correction")) || (data === "milestone")) || (data === "milestone-paid")) || (data === "milestone-final")) || (data === "milestone-not-accepted")) || (data === "milestone-accepted-later")) || (data === "milestone-not-reached")) || (data === "milestone-too-late")) || (data === "wager")) || (data === "wager-void")) || (data === "not-the-horizon")) || (data === "disputed")) || (data === "frozen-by-dispute")) || (data === "resolved")) || (data === "decided")) || (data === "decided-as-settled")) || (data === "dispute-lapsed")) || (data === "after-the-end")) || (data === "decided-for-provider")) || (data === "decided-for-brand")) || (data === "decided-mean")) || (data === "decided-at-least")) || (data === "outside-the-window")) || (data === "recomputed")) || (data === "large-true-up")) || (data === "true-up-acknowledged")) || (data === "zone-rules")) || (data === "true-up-time-passed"))){
validate314.errors = [{instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema87.enum}}];
return false;
}
validate314.errors = vErrors;
return errors === 0;
}
validate314.evaluated = {"dynamicProps":false,"dynamicItems":false};


function validate313(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate313.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.code === undefined) && (missing0 = "code")) || ((data.with === undefined) && (missing0 = "with"))){
validate313.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "code") || (key0 === "with"))){
validate313.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.code !== undefined){
const _errs2 = errors;
if(!(validate314(data.code, {instancePath:instancePath+"/code",parentData:data,parentDataProperty:"code",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate314.errors : vErrors.concat(validate314.errors);
errors = vErrors.length;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.with !== undefined){
let data1 = data.with;
const _errs3 = errors;
if(errors === _errs3){
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
for(const key1 in data1){
const _errs6 = errors;
if(typeof data1[key1] !== "string"){
validate313.errors = [{instancePath:instancePath+"/with/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/with/additionalProperties/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid1 = _errs6 === errors;
if(!valid1){
break;
}
}
}
else {
validate313.errors = [{instancePath:instancePath+"/with",schemaPath:"#/properties/with/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
validate313.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate313.errors = vErrors;
return errors === 0;
}
validate313.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate297(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate297.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((((((((data.id === undefined) && (missing0 = "id")) || ((data.metric === undefined) && (missing0 = "metric"))) || ((data.actual === undefined) && (missing0 = "actual"))) || ((data.threshold === undefined) && (missing0 = "threshold"))) || ((data.target === undefined) && (missing0 = "target"))) || ((data.stretch === undefined) && (missing0 = "stretch"))) || ((data.cap === undefined) && (missing0 = "cap"))) || ((data.weight === undefined) && (missing0 = "weight"))) || ((data.attainment === undefined) && (missing0 = "attainment"))) || ((data.score === undefined) && (missing0 = "score"))) || ((data.state === undefined) && (missing0 = "state"))) || ((data.reasons === undefined) && (missing0 = "reasons"))){
validate297.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func1.call(schema82.properties, key0))){
validate297.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.id !== undefined){
const _errs2 = errors;
if(typeof data.id !== "string"){
validate297.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.metric !== undefined){
const _errs4 = errors;
if(typeof data.metric !== "string"){
validate297.errors = [{instancePath:instancePath+"/metric",schemaPath:"#/properties/metric/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.actual !== undefined){
const _errs6 = errors;
if(!(validate298(data.actual, {instancePath:instancePath+"/actual",parentData:data,parentDataProperty:"actual",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate298.errors : vErrors.concat(validate298.errors);
errors = vErrors.length;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.actualExact !== undefined){
const _errs7 = errors;
if(!(validate300(data.actualExact, {instancePath:instancePath+"/actualExact",parentData:data,parentDataProperty:"actualExact",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate300.errors : vErrors.concat(validate300.errors);
errors = vErrors.length;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.threshold !== undefined){
const _errs8 = errors;
if(!(validate298(data.threshold, {instancePath:instancePath+"/threshold",parentData:data,parentDataProperty:"threshold",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate298.errors : vErrors.concat(validate298.errors);
errors = vErrors.length;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.target !== undefined){
const _errs9 = errors;
if(!(validate303(data.target, {instancePath:instancePath+"/target",parentData:data,parentDataProperty:"target",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate303.errors : vErrors.concat(validate303.errors);
errors = vErrors.length;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.targetExact !== undefined){
const _errs10 = errors;
if(!(validate300(data.targetExact, {instancePath:instancePath+"/targetExact",parentData:data,parentDataProperty:"targetExact",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate300.errors : vErrors.concat(validate300.errors);
errors = vErrors.length;
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.stretch !== undefined){
const _errs11 = errors;
if(!(validate298(data.stretch, {instancePath:instancePath+"/stretch",parentData:data,parentDataProperty:"stretch",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate298.errors : vErrors.concat(validate298.errors);
errors = vErrors.length;
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.cap !== undefined){
const _errs12 = errors;
if(!(validate303(data.cap, {instancePath:instancePath+"/cap",parentData:data,parentDataProperty:"cap",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate303.errors : vErrors.concat(validate303.errors);
errors = vErrors.length;
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.weight !== undefined){
const _errs13 = errors;
if(!(validate303(data.weight, {instancePath:instancePath+"/weight",parentData:data,parentDataProperty:"weight",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate303.errors : vErrors.concat(validate303.errors);
errors = vErrors.length;
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.attainment !== undefined){
const _errs14 = errors;
if(!(validate298(data.attainment, {instancePath:instancePath+"/attainment",parentData:data,parentDataProperty:"attainment",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate298.errors : vErrors.concat(validate298.errors);
errors = vErrors.length;
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.attainmentExact !== undefined){
const _errs15 = errors;
if(!(validate300(data.attainmentExact, {instancePath:instancePath+"/attainmentExact",parentData:data,parentDataProperty:"attainmentExact",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate300.errors : vErrors.concat(validate300.errors);
errors = vErrors.length;
}
var valid0 = _errs15 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.score !== undefined){
const _errs16 = errors;
if(!(validate298(data.score, {instancePath:instancePath+"/score",parentData:data,parentDataProperty:"score",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate298.errors : vErrors.concat(validate298.errors);
errors = vErrors.length;
}
var valid0 = _errs16 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.scoreExact !== undefined){
const _errs17 = errors;
if(!(validate300(data.scoreExact, {instancePath:instancePath+"/scoreExact",parentData:data,parentDataProperty:"scoreExact",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate300.errors : vErrors.concat(validate300.errors);
errors = vErrors.length;
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.state !== undefined){
let data14 = data.state;
const _errs18 = errors;
if(typeof data14 !== "string"){
validate297.errors = [{instancePath:instancePath+"/state",schemaPath:"#/properties/state/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!(((((data14 === "scored") || (data14 === "below_minimum")) || (data14 === "waived")) || (data14 === "missing")) || (data14 === "held"))){
validate297.errors = [{instancePath:instancePath+"/state",schemaPath:"#/properties/state/enum",keyword:"enum",params:{allowedValues: schema82.properties.state.enum}}];
return false;
}
var valid0 = _errs18 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.reasons !== undefined){
let data15 = data.reasons;
const _errs20 = errors;
if(errors === _errs20){
if(Array.isArray(data15)){
var valid1 = true;
const len0 = data15.length;
for(let i0=0; i0<len0; i0++){
const _errs22 = errors;
if(!(validate313(data15[i0], {instancePath:instancePath+"/reasons/" + i0,parentData:data15,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate313.errors : vErrors.concat(validate313.errors);
errors = vErrors.length;
}
var valid1 = _errs22 === errors;
if(!valid1){
break;
}
}
}
else {
validate297.errors = [{instancePath:instancePath+"/reasons",schemaPath:"#/properties/reasons/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs20 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate297.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate297.errors = vErrors;
return errors === 0;
}
validate297.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema88 = {"type":"object","additionalProperties":false,"required":["state","reasons"],"properties":{"state":{"type":"string","enum":["scored","waived","held"]},"reasons":{"type":"array","items":{"$ref":"#/$defs/reason"}}}};

function validate320(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate320.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.state === undefined) && (missing0 = "state")) || ((data.reasons === undefined) && (missing0 = "reasons"))){
validate320.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "state") || (key0 === "reasons"))){
validate320.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.state !== undefined){
let data0 = data.state;
const _errs2 = errors;
if(typeof data0 !== "string"){
validate320.errors = [{instancePath:instancePath+"/state",schemaPath:"#/properties/state/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!(((data0 === "scored") || (data0 === "waived")) || (data0 === "held"))){
validate320.errors = [{instancePath:instancePath+"/state",schemaPath:"#/properties/state/enum",keyword:"enum",params:{allowedValues: schema88.properties.state.enum}}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.reasons !== undefined){
let data1 = data.reasons;
const _errs4 = errors;
if(errors === _errs4){
if(Array.isArray(data1)){
var valid1 = true;
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
const _errs6 = errors;
if(!(validate313(data1[i0], {instancePath:instancePath+"/reasons/" + i0,parentData:data1,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate313.errors : vErrors.concat(validate313.errors);
errors = vErrors.length;
}
var valid1 = _errs6 === errors;
if(!valid1){
break;
}
}
}
else {
validate320.errors = [{instancePath:instancePath+"/reasons",schemaPath:"#/properties/reasons/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
validate320.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate320.errors = vErrors;
return errors === 0;
}
validate320.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema89 = {"type":"object","additionalProperties":false,"required":["id","metric","actual","limit","value","state","reasons"],"properties":{"id":{"type":"string"},"metric":{"type":"string"},"actual":{"$ref":"#/$defs/decimalOrNull"},"actualExact":{"$ref":"#/$defs/fraction"},"limit":{"type":"string","enum":["atLeast","atMost"]},"value":{"$ref":"#/$defs/decimal"},"state":{"type":"string","enum":["passed","failed","held"]},"reasons":{"type":"array","items":{"$ref":"#/$defs/reason"}}}};

function validate323(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate323.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((data.id === undefined) && (missing0 = "id")) || ((data.metric === undefined) && (missing0 = "metric"))) || ((data.actual === undefined) && (missing0 = "actual"))) || ((data.limit === undefined) && (missing0 = "limit"))) || ((data.value === undefined) && (missing0 = "value"))) || ((data.state === undefined) && (missing0 = "state"))) || ((data.reasons === undefined) && (missing0 = "reasons"))){
validate323.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((((((key0 === "id") || (key0 === "metric")) || (key0 === "actual")) || (key0 === "actualExact")) || (key0 === "limit")) || (key0 === "value")) || (key0 === "state")) || (key0 === "reasons"))){
validate323.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.id !== undefined){
const _errs2 = errors;
if(typeof data.id !== "string"){
validate323.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.metric !== undefined){
const _errs4 = errors;
if(typeof data.metric !== "string"){
validate323.errors = [{instancePath:instancePath+"/metric",schemaPath:"#/properties/metric/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.actual !== undefined){
const _errs6 = errors;
if(!(validate298(data.actual, {instancePath:instancePath+"/actual",parentData:data,parentDataProperty:"actual",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate298.errors : vErrors.concat(validate298.errors);
errors = vErrors.length;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.actualExact !== undefined){
const _errs7 = errors;
if(!(validate300(data.actualExact, {instancePath:instancePath+"/actualExact",parentData:data,parentDataProperty:"actualExact",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate300.errors : vErrors.concat(validate300.errors);
errors = vErrors.length;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.limit !== undefined){
let data4 = data.limit;
const _errs8 = errors;
if(typeof data4 !== "string"){
validate323.errors = [{instancePath:instancePath+"/limit",schemaPath:"#/properties/limit/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((data4 === "atLeast") || (data4 === "atMost"))){
validate323.errors = [{instancePath:instancePath+"/limit",schemaPath:"#/properties/limit/enum",keyword:"enum",params:{allowedValues: schema89.properties.limit.enum}}];
return false;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.value !== undefined){
const _errs10 = errors;
if(!(validate303(data.value, {instancePath:instancePath+"/value",parentData:data,parentDataProperty:"value",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate303.errors : vErrors.concat(validate303.errors);
errors = vErrors.length;
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.state !== undefined){
let data6 = data.state;
const _errs11 = errors;
if(typeof data6 !== "string"){
validate323.errors = [{instancePath:instancePath+"/state",schemaPath:"#/properties/state/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!(((data6 === "passed") || (data6 === "failed")) || (data6 === "held"))){
validate323.errors = [{instancePath:instancePath+"/state",schemaPath:"#/properties/state/enum",keyword:"enum",params:{allowedValues: schema89.properties.state.enum}}];
return false;
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.reasons !== undefined){
let data7 = data.reasons;
const _errs13 = errors;
if(errors === _errs13){
if(Array.isArray(data7)){
var valid1 = true;
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
const _errs15 = errors;
if(!(validate313(data7[i0], {instancePath:instancePath+"/reasons/" + i0,parentData:data7,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate313.errors : vErrors.concat(validate313.errors);
errors = vErrors.length;
}
var valid1 = _errs15 === errors;
if(!valid1){
break;
}
}
}
else {
validate323.errors = [{instancePath:instancePath+"/reasons",schemaPath:"#/properties/reasons/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
else {
validate323.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate323.errors = vErrors;
return errors === 0;
}
validate323.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema90 = {"type":"object","additionalProperties":false,"required":["id","owes","lateIf","dueOn","state","doneOn","claim","claimUntil","costs"],"properties":{"id":{"type":"string"},"owes":{"$ref":"#/$defs/party"},"lateIf":{"type":"string","enum":["claimed","unproven"]},"dueOn":{"$ref":"#/$defs/date"},"state":{"type":"string","enum":["due","done","unclaimed","late"]},"doneOn":{"anyOf":[{"$ref":"#/$defs/date"},{"type":"null"}]},"claim":{"anyOf":[{"type":"object","additionalProperties":false,"required":["file","on"],"properties":{"file":{"type":"string"},"on":{"$ref":"#/$defs/date"}}},{"type":"null"}]},"claimUntil":{"anyOf":[{"$ref":"#/$defs/date"},{"type":"null"}]},"costs":{"$ref":"#/$defs/decimalOrNull"}}};
const schema91 = {"type":"string","enum":["brand","provider"]};

function validate332(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate332.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(typeof data !== "string"){
validate332.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((data === "brand") || (data === "provider"))){
validate332.errors = [{instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema91.enum}}];
return false;
}
validate332.errors = vErrors;
return errors === 0;
}
validate332.evaluated = {"dynamicProps":false,"dynamicItems":false};


function validate331(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate331.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((((data.id === undefined) && (missing0 = "id")) || ((data.owes === undefined) && (missing0 = "owes"))) || ((data.lateIf === undefined) && (missing0 = "lateIf"))) || ((data.dueOn === undefined) && (missing0 = "dueOn"))) || ((data.state === undefined) && (missing0 = "state"))) || ((data.doneOn === undefined) && (missing0 = "doneOn"))) || ((data.claim === undefined) && (missing0 = "claim"))) || ((data.claimUntil === undefined) && (missing0 = "claimUntil"))) || ((data.costs === undefined) && (missing0 = "costs"))){
validate331.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func1.call(schema90.properties, key0))){
validate331.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.id !== undefined){
const _errs2 = errors;
if(typeof data.id !== "string"){
validate331.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.owes !== undefined){
const _errs4 = errors;
if(!(validate332(data.owes, {instancePath:instancePath+"/owes",parentData:data,parentDataProperty:"owes",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate332.errors : vErrors.concat(validate332.errors);
errors = vErrors.length;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.lateIf !== undefined){
let data2 = data.lateIf;
const _errs5 = errors;
if(typeof data2 !== "string"){
validate331.errors = [{instancePath:instancePath+"/lateIf",schemaPath:"#/properties/lateIf/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((data2 === "claimed") || (data2 === "unproven"))){
validate331.errors = [{instancePath:instancePath+"/lateIf",schemaPath:"#/properties/lateIf/enum",keyword:"enum",params:{allowedValues: schema90.properties.lateIf.enum}}];
return false;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.dueOn !== undefined){
const _errs7 = errors;
if(!(validate290(data.dueOn, {instancePath:instancePath+"/dueOn",parentData:data,parentDataProperty:"dueOn",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate290.errors : vErrors.concat(validate290.errors);
errors = vErrors.length;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.state !== undefined){
let data4 = data.state;
const _errs8 = errors;
if(typeof data4 !== "string"){
validate331.errors = [{instancePath:instancePath+"/state",schemaPath:"#/properties/state/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((((data4 === "due") || (data4 === "done")) || (data4 === "unclaimed")) || (data4 === "late"))){
validate331.errors = [{instancePath:instancePath+"/state",schemaPath:"#/properties/state/enum",keyword:"enum",params:{allowedValues: schema90.properties.state.enum}}];
return false;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.doneOn !== undefined){
let data5 = data.doneOn;
const _errs10 = errors;
const _errs11 = errors;
let valid1 = false;
const _errs12 = errors;
if(!(validate290(data5, {instancePath:instancePath+"/doneOn",parentData:data,parentDataProperty:"doneOn",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate290.errors : vErrors.concat(validate290.errors);
errors = vErrors.length;
}
var _valid0 = _errs12 === errors;
valid1 = valid1 || _valid0;
const _errs13 = errors;
if(data5 !== null){
const err0 = {instancePath:instancePath+"/doneOn",schemaPath:"#/properties/doneOn/anyOf/1/type",keyword:"type",params:{type: "null"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs13 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const err1 = {instancePath:instancePath+"/doneOn",schemaPath:"#/properties/doneOn/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
validate331.errors = vErrors;
return false;
}
else {
errors = _errs11;
if(vErrors !== null){
if(_errs11){
vErrors.length = _errs11;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.claim !== undefined){
let data6 = data.claim;
const _errs15 = errors;
const _errs16 = errors;
let valid2 = false;
const _errs17 = errors;
if(errors === _errs17){
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
let missing1;
if(((data6.file === undefined) && (missing1 = "file")) || ((data6.on === undefined) && (missing1 = "on"))){
const err2 = {instancePath:instancePath+"/claim",schemaPath:"#/properties/claim/anyOf/0/required",keyword:"required",params:{missingProperty: missing1}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
else {
const _errs19 = errors;
for(const key1 in data6){
if(!((key1 === "file") || (key1 === "on"))){
const err3 = {instancePath:instancePath+"/claim",schemaPath:"#/properties/claim/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
break;
}
}
if(_errs19 === errors){
if(data6.file !== undefined){
const _errs20 = errors;
if(typeof data6.file !== "string"){
const err4 = {instancePath:instancePath+"/claim/file",schemaPath:"#/properties/claim/anyOf/0/properties/file/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
var valid3 = _errs20 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data6.on !== undefined){
const _errs22 = errors;
if(!(validate290(data6.on, {instancePath:instancePath+"/claim/on",parentData:data6,parentDataProperty:"on",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate290.errors : vErrors.concat(validate290.errors);
errors = vErrors.length;
}
var valid3 = _errs22 === errors;
}
else {
var valid3 = true;
}
}
}
}
}
else {
const err5 = {instancePath:instancePath+"/claim",schemaPath:"#/properties/claim/anyOf/0/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
var _valid1 = _errs17 === errors;
valid2 = valid2 || _valid1;
const _errs23 = errors;
if(data6 !== null){
const err6 = {instancePath:instancePath+"/claim",schemaPath:"#/properties/claim/anyOf/1/type",keyword:"type",params:{type: "null"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
var _valid1 = _errs23 === errors;
valid2 = valid2 || _valid1;
if(!valid2){
const err7 = {instancePath:instancePath+"/claim",schemaPath:"#/properties/claim/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
validate331.errors = vErrors;
return false;
}
else {
errors = _errs16;
if(vErrors !== null){
if(_errs16){
vErrors.length = _errs16;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs15 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.claimUntil !== undefined){
let data9 = data.claimUntil;
const _errs25 = errors;
const _errs26 = errors;
let valid4 = false;
const _errs27 = errors;
if(!(validate290(data9, {instancePath:instancePath+"/claimUntil",parentData:data,parentDataProperty:"claimUntil",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate290.errors : vErrors.concat(validate290.errors);
errors = vErrors.length;
}
var _valid2 = _errs27 === errors;
valid4 = valid4 || _valid2;
const _errs28 = errors;
if(data9 !== null){
const err8 = {instancePath:instancePath+"/claimUntil",schemaPath:"#/properties/claimUntil/anyOf/1/type",keyword:"type",params:{type: "null"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
var _valid2 = _errs28 === errors;
valid4 = valid4 || _valid2;
if(!valid4){
const err9 = {instancePath:instancePath+"/claimUntil",schemaPath:"#/properties/claimUntil/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
validate331.errors = vErrors;
return false;
}
else {
errors = _errs26;
if(vErrors !== null){
if(_errs26){
vErrors.length = _errs26;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs25 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.costs !== undefined){
const _errs30 = errors;
if(!(validate298(data.costs, {instancePath:instancePath+"/costs",parentData:data,parentDataProperty:"costs",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate298.errors : vErrors.concat(validate298.errors);
errors = vErrors.length;
}
var valid0 = _errs30 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate331.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate331.errors = vErrors;
return errors === 0;
}
validate331.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema92 = {"type":"object","additionalProperties":false,"required":["id","left","right","gap","tolerance","onBreach","breached","reviewed"],"properties":{"id":{"type":"string"},"left":{"$ref":"#/$defs/decimalOrNull"},"right":{"$ref":"#/$defs/decimalOrNull"},"gap":{"$ref":"#/$defs/decimalOrNull"},"tolerance":{"$ref":"#/$defs/decimal"},"onBreach":{"type":"string","enum":["hold","flag"]},"breached":{"type":"boolean"},"reviewed":{"type":"boolean"}}};

function validate340(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate340.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((((data.id === undefined) && (missing0 = "id")) || ((data.left === undefined) && (missing0 = "left"))) || ((data.right === undefined) && (missing0 = "right"))) || ((data.gap === undefined) && (missing0 = "gap"))) || ((data.tolerance === undefined) && (missing0 = "tolerance"))) || ((data.onBreach === undefined) && (missing0 = "onBreach"))) || ((data.breached === undefined) && (missing0 = "breached"))) || ((data.reviewed === undefined) && (missing0 = "reviewed"))){
validate340.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((((((key0 === "id") || (key0 === "left")) || (key0 === "right")) || (key0 === "gap")) || (key0 === "tolerance")) || (key0 === "onBreach")) || (key0 === "breached")) || (key0 === "reviewed"))){
validate340.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.id !== undefined){
const _errs2 = errors;
if(typeof data.id !== "string"){
validate340.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.left !== undefined){
const _errs4 = errors;
if(!(validate298(data.left, {instancePath:instancePath+"/left",parentData:data,parentDataProperty:"left",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate298.errors : vErrors.concat(validate298.errors);
errors = vErrors.length;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.right !== undefined){
const _errs5 = errors;
if(!(validate298(data.right, {instancePath:instancePath+"/right",parentData:data,parentDataProperty:"right",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate298.errors : vErrors.concat(validate298.errors);
errors = vErrors.length;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.gap !== undefined){
const _errs6 = errors;
if(!(validate298(data.gap, {instancePath:instancePath+"/gap",parentData:data,parentDataProperty:"gap",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate298.errors : vErrors.concat(validate298.errors);
errors = vErrors.length;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.tolerance !== undefined){
const _errs7 = errors;
if(!(validate303(data.tolerance, {instancePath:instancePath+"/tolerance",parentData:data,parentDataProperty:"tolerance",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate303.errors : vErrors.concat(validate303.errors);
errors = vErrors.length;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.onBreach !== undefined){
let data5 = data.onBreach;
const _errs8 = errors;
if(typeof data5 !== "string"){
validate340.errors = [{instancePath:instancePath+"/onBreach",schemaPath:"#/properties/onBreach/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((data5 === "hold") || (data5 === "flag"))){
validate340.errors = [{instancePath:instancePath+"/onBreach",schemaPath:"#/properties/onBreach/enum",keyword:"enum",params:{allowedValues: schema92.properties.onBreach.enum}}];
return false;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.breached !== undefined){
const _errs10 = errors;
if(typeof data.breached !== "boolean"){
validate340.errors = [{instancePath:instancePath+"/breached",schemaPath:"#/properties/breached/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.reviewed !== undefined){
const _errs12 = errors;
if(typeof data.reviewed !== "boolean"){
validate340.errors = [{instancePath:instancePath+"/reviewed",schemaPath:"#/properties/reviewed/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
else {
validate340.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate340.errors = vErrors;
return errors === 0;
}
validate340.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate347(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate347.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((data.id === undefined) && (missing0 = "id")) || ((data.measure === undefined) && (missing0 = "measure"))) || ((data.day === undefined) && (missing0 = "day"))) || ((data.value === undefined) && (missing0 = "value"))) || ((data.median === undefined) && (missing0 = "median"))) || ((data.z === undefined) && (missing0 = "z"))) || ((data.reviewed === undefined) && (missing0 = "reviewed"))){
validate347.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((((((key0 === "id") || (key0 === "measure")) || (key0 === "day")) || (key0 === "value")) || (key0 === "median")) || (key0 === "z")) || (key0 === "reviewed"))){
validate347.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.id !== undefined){
const _errs2 = errors;
if(typeof data.id !== "string"){
validate347.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.measure !== undefined){
const _errs4 = errors;
if(typeof data.measure !== "string"){
validate347.errors = [{instancePath:instancePath+"/measure",schemaPath:"#/properties/measure/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.day !== undefined){
const _errs6 = errors;
if(!(validate290(data.day, {instancePath:instancePath+"/day",parentData:data,parentDataProperty:"day",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate290.errors : vErrors.concat(validate290.errors);
errors = vErrors.length;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.value !== undefined){
const _errs7 = errors;
if(!(validate303(data.value, {instancePath:instancePath+"/value",parentData:data,parentDataProperty:"value",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate303.errors : vErrors.concat(validate303.errors);
errors = vErrors.length;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.median !== undefined){
const _errs8 = errors;
if(!(validate303(data.median, {instancePath:instancePath+"/median",parentData:data,parentDataProperty:"median",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate303.errors : vErrors.concat(validate303.errors);
errors = vErrors.length;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.z !== undefined){
const _errs9 = errors;
if(!(validate303(data.z, {instancePath:instancePath+"/z",parentData:data,parentDataProperty:"z",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate303.errors : vErrors.concat(validate303.errors);
errors = vErrors.length;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.reviewed !== undefined){
const _errs10 = errors;
if(typeof data.reviewed !== "boolean"){
validate347.errors = [{instancePath:instancePath+"/reviewed",schemaPath:"#/properties/reviewed/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
else {
validate347.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate347.errors = vErrors;
return errors === 0;
}
validate347.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema95 = {"type":"object","additionalProperties":false,"required":["id","measure","silence","day","to","reviewed"],"properties":{"id":{"type":"string"},"measure":{"type":"string"},"silence":{"enum":["no-file","stops","never"]},"day":{"$ref":"#/$defs/date"},"to":{"$ref":"#/$defs/date"},"reviewed":{"type":"boolean"}}};

function validate353(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate353.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((data.id === undefined) && (missing0 = "id")) || ((data.measure === undefined) && (missing0 = "measure"))) || ((data.silence === undefined) && (missing0 = "silence"))) || ((data.day === undefined) && (missing0 = "day"))) || ((data.to === undefined) && (missing0 = "to"))) || ((data.reviewed === undefined) && (missing0 = "reviewed"))){
validate353.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((((key0 === "id") || (key0 === "measure")) || (key0 === "silence")) || (key0 === "day")) || (key0 === "to")) || (key0 === "reviewed"))){
validate353.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.id !== undefined){
const _errs2 = errors;
if(typeof data.id !== "string"){
validate353.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.measure !== undefined){
const _errs4 = errors;
if(typeof data.measure !== "string"){
validate353.errors = [{instancePath:instancePath+"/measure",schemaPath:"#/properties/measure/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.silence !== undefined){
let data2 = data.silence;
const _errs6 = errors;
if(!(((data2 === "no-file") || (data2 === "stops")) || (data2 === "never"))){
validate353.errors = [{instancePath:instancePath+"/silence",schemaPath:"#/properties/silence/enum",keyword:"enum",params:{allowedValues: schema95.properties.silence.enum}}];
return false;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.day !== undefined){
const _errs7 = errors;
if(!(validate290(data.day, {instancePath:instancePath+"/day",parentData:data,parentDataProperty:"day",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate290.errors : vErrors.concat(validate290.errors);
errors = vErrors.length;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.to !== undefined){
const _errs8 = errors;
if(!(validate290(data.to, {instancePath:instancePath+"/to",parentData:data,parentDataProperty:"to",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate290.errors : vErrors.concat(validate290.errors);
errors = vErrors.length;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.reviewed !== undefined){
const _errs9 = errors;
if(typeof data.reviewed !== "boolean"){
validate353.errors = [{instancePath:instancePath+"/reviewed",schemaPath:"#/properties/reviewed/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
else {
validate353.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate353.errors = vErrors;
return errors === 0;
}
validate353.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate346(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate346.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
const _errs0 = errors;
let valid0 = false;
let passing0 = null;
const _errs1 = errors;
if(!(validate347(data, {instancePath,parentData,parentDataProperty,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate347.errors : vErrors.concat(validate347.errors);
errors = vErrors.length;
}
var _valid0 = _errs1 === errors;
if(_valid0){
valid0 = true;
passing0 = 0;
var props0 = true;
}
const _errs2 = errors;
if(!(validate353(data, {instancePath,parentData,parentDataProperty,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate353.errors : vErrors.concat(validate353.errors);
errors = vErrors.length;
}
var _valid0 = _errs2 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid0 = true;
passing0 = 1;
if(props0 !== true){
props0 = true;
}
}
}
if(!valid0){
const err0 = {instancePath,schemaPath:"#/oneOf",keyword:"oneOf",params:{passingSchemas: passing0}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
validate346.errors = vErrors;
return false;
}
else {
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
}
validate346.errors = vErrors;
evaluated0.props = props0;
return errors === 0;
}
validate346.evaluated = {"dynamicProps":true,"dynamicItems":false};

const schema96 = {"type":"object","additionalProperties":false,"required":["id","kind","amount","state","held","reason","trace"],"properties":{"id":{"type":"string"},"kind":{"$ref":"#/$defs/lineKind"},"amount":{"$ref":"#/$defs/decimal"},"state":{"type":"string","enum":["payable","held","disputed"]},"held":{"type":"boolean"},"reason":{"anyOf":[{"$ref":"#/$defs/reason"},{"type":"null"}]},"computed":{"$ref":"#/$defs/decimal"},"claimed":{"$ref":"#/$defs/decimal"},"trace":{"$ref":"#/$defs/trace"}}};
const schema97 = {"type":"string","enum":["retainer","commission","unit_price","bonus","milestone","wager","guarantee","penalty","cap","pass_through","rebate","tax","recovery","excess","true-up","correction"]};

function validate359(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate359.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(typeof data !== "string"){
validate359.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((((((((((((((((data === "retainer") || (data === "commission")) || (data === "unit_price")) || (data === "bonus")) || (data === "milestone")) || (data === "wager")) || (data === "guarantee")) || (data === "penalty")) || (data === "cap")) || (data === "pass_through")) || (data === "rebate")) || (data === "tax")) || (data === "recovery")) || (data === "excess")) || (data === "true-up")) || (data === "correction"))){
validate359.errors = [{instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema97.enum}}];
return false;
}
validate359.errors = vErrors;
return errors === 0;
}
validate359.evaluated = {"dynamicProps":false,"dynamicItems":false};

const schema98 = {"type":"object","additionalProperties":false,"required":["clause","inputs","formula","branches","unrounded","rounded"],"properties":{"clause":{"anyOf":[{"type":"object","additionalProperties":false,"required":["file","line"],"properties":{"file":{"type":"string"},"line":{"type":"integer","minimum":1}}},{"type":"null"}]},"inputs":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["input","with","value"],"properties":{"input":{"$ref":"#/$defs/inputCode"},"with":{"type":"object","additionalProperties":{"type":"string"}},"value":{"type":["string","null"]}}}},"formula":{"type":"string"},"branches":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["rule","taken","with"],"properties":{"rule":{"$ref":"#/$defs/ruleCode"},"taken":{"type":"boolean"},"with":{"type":"object","additionalProperties":{"type":"string"}}}}},"unrounded":{"$ref":"#/$defs/exactOrNull"},"rounded":{"$ref":"#/$defs/decimalOrNull"}}};
const schema99 = {"type":"string","enum":["amount","pool","price","limit","score","composite-score","metric","metric-up-to","line","event","target","deadband","due","accepted-on","total-before","total-to-date","earned","guarantee","draw","subtotal","subtotal-capped","cap-of-period","cap-left","payable","rate","settled-so-far","worth-now","unreviewed"]};

function validate366(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate366.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(typeof data !== "string"){
validate366.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((((((((((((((((((((((((((((data === "amount") || (data === "pool")) || (data === "price")) || (data === "limit")) || (data === "score")) || (data === "composite-score")) || (data === "metric")) || (data === "metric-up-to")) || (data === "line")) || (data === "event")) || (data === "target")) || (data === "deadband")) || (data === "due")) || (data === "accepted-on")) || (data === "total-before")) || (data === "total-to-date")) || (data === "earned")) || (data === "guarantee")) || (data === "draw")) || (data === "subtotal")) || (data === "subtotal-capped")) || (data === "cap-of-period")) || (data === "cap-left")) || (data === "payable")) || (data === "rate")) || (data === "settled-so-far")) || (data === "worth-now")) || (data === "unreviewed"))){
validate366.errors = [{instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema99.enum}}];
return false;
}
validate366.errors = vErrors;
return errors === 0;
}
validate366.evaluated = {"dynamicProps":false,"dynamicItems":false};

const schema100 = {"type":"string","enum":["prorate","grace","gate-passed","gate-failed","gate-held","tiers-marginal","tiers-whole","accumulate-term","negative-base","points-step","points-linear","bands","milestone-reached","horizon-in-part","horizon-ends","early-end","void","recoverable","up-to","cap-cuts","stale","duplicates","repeated-keys","nulls","no-rate","no-fx","rate-duplicate","rate-not-positive","division-by-zero","not-measured","reconcile-breach","unreviewed","too-little-weight","over-limit","over-acknowledged","unknown","no-rate-days","rate-duplicate-days","rate-not-positive-days","no-fx-days","unreviewed-together","waived","no-time-left","brand-late","provider-late","below-minimum","missing-zero","missing-excluded","composite-waived","nothing-agreed","no-cap","nothing-to-deduct","commission","commission-term","unit-price","pass-through","pass-through-gross","excess-acknowledged","bonus","penalty","guarantee","recovery","cap","tax","correction","milestone","milestone-paid","milestone-final","milestone-not-accepted","milestone-accepted-later","milestone-not-reached","milestone-too-late","wager","wager-void","not-the-horizon","disputed","frozen-by-dispute","resolved","decided","decided-as-settled","dispute-lapsed","after-the-end","decided-for-provider","decided-for-brand","decided-mean","decided-at-least","outside-the-window","recomputed","large-true-up","true-up-acknowledged","zone-rules","true-up-time-passed"]};

function validate368(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate368.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(typeof data !== "string"){
validate368.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((data === "prorate") || (data === "grace")) || (data === "gate-passed")) || (data === "gate-failed")) || (data === "gate-held")) || (data === "tiers-marginal")) || (data === "tiers-whole")) || (data === "accumulate-term")) || (data === "negative-base")) || (data === "points-step")) || (data === "points-linear")) || (data === "bands")) || (data === "milestone-reached")) || (data === "horizon-in-part")) || (data === "horizon-ends")) || (data === "early-end")) || (data === "void")) || (data === "recoverable")) || (data === "up-to")) || (data === "cap-cuts")) || (data === "stale")) || (data === "duplicates")) || (data === "repeated-keys")) || (data === "nulls")) || (data === "no-rate")) || (data === "no-fx")) || (data === "rate-duplicate")) || (data === "rate-not-positive")) || (data === "division-by-zero")) || (data === "not-measured")) || (data === "reconcile-breach")) || (data === "unreviewed")) || (data === "too-little-weight")) || (data === "over-limit")) || (data === "over-acknowledged")) || (data === "unknown")) || (data === "no-rate-days")) || (data === "rate-duplicate-days")) || (data === "rate-not-positive-days")) || (data === "no-fx-days")) || (data === "unreviewed-together")) || (data === "waived")) || (data === "no-time-left")) || (data === "brand-late")) || (data === "provider-late")) || (data === "below-minimum")) || (data === "missing-zero")) || (data === "missing-excluded")) || (data === "composite-waived")) || (data === "nothing-agreed")) || (data === "no-cap")) || (data === "nothing-to-deduct")) || (data === "commission")) || (data === "commission-term")) || (data === "unit-price")) || (data === "pass-through")) || (data === "pass-through-gross")) || (data === "excess-acknowledged")) || (data === "bonus")) || (data === "penalty")) || (data === "guarantee")) || (data === "recovery")) || (data === "cap")) || (data === "tax")) || (data === "correction")) || (data === "milestone")) || (data === "milestone-paid")) || (data === "milestone-final")) || (data === "milestone-not-accepted")) || (data === "milestone-accepted-later")) || (data === "milestone-not-reached")) || (data === "milestone-too-late")) || (data === "wager")) || (data === "wager-void")) || (data === "not-the-horizon")) || (data === "disputed")) || (data === "frozen-by-dispute")) || (data === "resolved")) || (data === "decided")) || (data === "decided-as-settled")) || (data === "dispute-lapsed")) || (data === "after-the-end")) || (data === "decided-for-provider")) || (data === "decided-for-brand")) || (data === "decided-mean")) || (data === "decided-at-least")) || (data === "outside-the-window")) || (data === "recomputed")) || (data === "large-true-up")) || (data === "true-up-acknowledged")) || (data === "zone-rules")) || (data === "true-up-time-passed"))){
validate368.errors = [{instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema100.enum}}];
return false;
}
validate368.errors = vErrors;
return errors === 0;
}
validate368.evaluated = {"dynamicProps":false,"dynamicItems":false};

const schema101 = {"type":["string","null"],"pattern":"^-?\\d+(\\.\\d+|/\\d+)?$"};

function validate370(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate370.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if((typeof data !== "string") && (data !== null)){
validate370.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema101.type}}];
return false;
}
if(errors === 0){
if(typeof data === "string"){
if(!pattern5.test(data)){
validate370.errors = [{instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "^-?\\d+(\\.\\d+|/\\d+)?$"}}];
return false;
}
}
}
validate370.errors = vErrors;
return errors === 0;
}
validate370.evaluated = {"dynamicProps":false,"dynamicItems":false};


function validate365(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate365.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((data.clause === undefined) && (missing0 = "clause")) || ((data.inputs === undefined) && (missing0 = "inputs"))) || ((data.formula === undefined) && (missing0 = "formula"))) || ((data.branches === undefined) && (missing0 = "branches"))) || ((data.unrounded === undefined) && (missing0 = "unrounded"))) || ((data.rounded === undefined) && (missing0 = "rounded"))){
validate365.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((((key0 === "clause") || (key0 === "inputs")) || (key0 === "formula")) || (key0 === "branches")) || (key0 === "unrounded")) || (key0 === "rounded"))){
validate365.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.clause !== undefined){
let data0 = data.clause;
const _errs2 = errors;
const _errs3 = errors;
let valid1 = false;
const _errs4 = errors;
if(errors === _errs4){
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
let missing1;
if(((data0.file === undefined) && (missing1 = "file")) || ((data0.line === undefined) && (missing1 = "line"))){
const err0 = {instancePath:instancePath+"/clause",schemaPath:"#/properties/clause/anyOf/0/required",keyword:"required",params:{missingProperty: missing1}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
else {
const _errs6 = errors;
for(const key1 in data0){
if(!((key1 === "file") || (key1 === "line"))){
const err1 = {instancePath:instancePath+"/clause",schemaPath:"#/properties/clause/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
break;
}
}
if(_errs6 === errors){
if(data0.file !== undefined){
const _errs7 = errors;
if(typeof data0.file !== "string"){
const err2 = {instancePath:instancePath+"/clause/file",schemaPath:"#/properties/clause/anyOf/0/properties/file/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var valid2 = _errs7 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data0.line !== undefined){
let data2 = data0.line;
const _errs9 = errors;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
const err3 = {instancePath:instancePath+"/clause/line",schemaPath:"#/properties/clause/anyOf/0/properties/line/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(errors === _errs9){
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 < 1 || isNaN(data2)){
const err4 = {instancePath:instancePath+"/clause/line",schemaPath:"#/properties/clause/anyOf/0/properties/line/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
var valid2 = _errs9 === errors;
}
else {
var valid2 = true;
}
}
}
}
}
else {
const err5 = {instancePath:instancePath+"/clause",schemaPath:"#/properties/clause/anyOf/0/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
var _valid0 = _errs4 === errors;
valid1 = valid1 || _valid0;
const _errs11 = errors;
if(data0 !== null){
const err6 = {instancePath:instancePath+"/clause",schemaPath:"#/properties/clause/anyOf/1/type",keyword:"type",params:{type: "null"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
var _valid0 = _errs11 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const err7 = {instancePath:instancePath+"/clause",schemaPath:"#/properties/clause/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
validate365.errors = vErrors;
return false;
}
else {
errors = _errs3;
if(vErrors !== null){
if(_errs3){
vErrors.length = _errs3;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.inputs !== undefined){
let data3 = data.inputs;
const _errs13 = errors;
if(errors === _errs13){
if(Array.isArray(data3)){
var valid3 = true;
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
const _errs15 = errors;
if(errors === _errs15){
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
let missing2;
if((((data4.input === undefined) && (missing2 = "input")) || ((data4.with === undefined) && (missing2 = "with"))) || ((data4.value === undefined) && (missing2 = "value"))){
validate365.errors = [{instancePath:instancePath+"/inputs/" + i0,schemaPath:"#/properties/inputs/items/required",keyword:"required",params:{missingProperty: missing2}}];
return false;
}
else {
const _errs17 = errors;
for(const key2 in data4){
if(!(((key2 === "input") || (key2 === "with")) || (key2 === "value"))){
validate365.errors = [{instancePath:instancePath+"/inputs/" + i0,schemaPath:"#/properties/inputs/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}}];
return false;
break;
}
}
if(_errs17 === errors){
if(data4.input !== undefined){
const _errs18 = errors;
if(!(validate366(data4.input, {instancePath:instancePath+"/inputs/" + i0+"/input",parentData:data4,parentDataProperty:"input",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate366.errors : vErrors.concat(validate366.errors);
errors = vErrors.length;
}
var valid4 = _errs18 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data4.with !== undefined){
let data6 = data4.with;
const _errs19 = errors;
if(errors === _errs19){
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
for(const key3 in data6){
const _errs22 = errors;
if(typeof data6[key3] !== "string"){
validate365.errors = [{instancePath:instancePath+"/inputs/" + i0+"/with/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/inputs/items/properties/with/additionalProperties/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid5 = _errs22 === errors;
if(!valid5){
break;
}
}
}
else {
validate365.errors = [{instancePath:instancePath+"/inputs/" + i0+"/with",schemaPath:"#/properties/inputs/items/properties/with/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid4 = _errs19 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data4.value !== undefined){
let data8 = data4.value;
const _errs24 = errors;
if((typeof data8 !== "string") && (data8 !== null)){
validate365.errors = [{instancePath:instancePath+"/inputs/" + i0+"/value",schemaPath:"#/properties/inputs/items/properties/value/type",keyword:"type",params:{type: schema98.properties.inputs.items.properties.value.type}}];
return false;
}
var valid4 = _errs24 === errors;
}
else {
var valid4 = true;
}
}
}
}
}
}
else {
validate365.errors = [{instancePath:instancePath+"/inputs/" + i0,schemaPath:"#/properties/inputs/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid3 = _errs15 === errors;
if(!valid3){
break;
}
}
}
else {
validate365.errors = [{instancePath:instancePath+"/inputs",schemaPath:"#/properties/inputs/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.formula !== undefined){
const _errs26 = errors;
if(typeof data.formula !== "string"){
validate365.errors = [{instancePath:instancePath+"/formula",schemaPath:"#/properties/formula/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs26 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.branches !== undefined){
let data10 = data.branches;
const _errs28 = errors;
if(errors === _errs28){
if(Array.isArray(data10)){
var valid6 = true;
const len1 = data10.length;
for(let i1=0; i1<len1; i1++){
let data11 = data10[i1];
const _errs30 = errors;
if(errors === _errs30){
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
let missing3;
if((((data11.rule === undefined) && (missing3 = "rule")) || ((data11.taken === undefined) && (missing3 = "taken"))) || ((data11.with === undefined) && (missing3 = "with"))){
validate365.errors = [{instancePath:instancePath+"/branches/" + i1,schemaPath:"#/properties/branches/items/required",keyword:"required",params:{missingProperty: missing3}}];
return false;
}
else {
const _errs32 = errors;
for(const key4 in data11){
if(!(((key4 === "rule") || (key4 === "taken")) || (key4 === "with"))){
validate365.errors = [{instancePath:instancePath+"/branches/" + i1,schemaPath:"#/properties/branches/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4}}];
return false;
break;
}
}
if(_errs32 === errors){
if(data11.rule !== undefined){
const _errs33 = errors;
if(!(validate368(data11.rule, {instancePath:instancePath+"/branches/" + i1+"/rule",parentData:data11,parentDataProperty:"rule",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate368.errors : vErrors.concat(validate368.errors);
errors = vErrors.length;
}
var valid7 = _errs33 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data11.taken !== undefined){
const _errs34 = errors;
if(typeof data11.taken !== "boolean"){
validate365.errors = [{instancePath:instancePath+"/branches/" + i1+"/taken",schemaPath:"#/properties/branches/items/properties/taken/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid7 = _errs34 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data11.with !== undefined){
let data14 = data11.with;
const _errs36 = errors;
if(errors === _errs36){
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
for(const key5 in data14){
const _errs39 = errors;
if(typeof data14[key5] !== "string"){
validate365.errors = [{instancePath:instancePath+"/branches/" + i1+"/with/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/branches/items/properties/with/additionalProperties/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid8 = _errs39 === errors;
if(!valid8){
break;
}
}
}
else {
validate365.errors = [{instancePath:instancePath+"/branches/" + i1+"/with",schemaPath:"#/properties/branches/items/properties/with/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid7 = _errs36 === errors;
}
else {
var valid7 = true;
}
}
}
}
}
}
else {
validate365.errors = [{instancePath:instancePath+"/branches/" + i1,schemaPath:"#/properties/branches/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid6 = _errs30 === errors;
if(!valid6){
break;
}
}
}
else {
validate365.errors = [{instancePath:instancePath+"/branches",schemaPath:"#/properties/branches/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs28 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.unrounded !== undefined){
const _errs41 = errors;
if(!(validate370(data.unrounded, {instancePath:instancePath+"/unrounded",parentData:data,parentDataProperty:"unrounded",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate370.errors : vErrors.concat(validate370.errors);
errors = vErrors.length;
}
var valid0 = _errs41 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.rounded !== undefined){
const _errs42 = errors;
if(!(validate298(data.rounded, {instancePath:instancePath+"/rounded",parentData:data,parentDataProperty:"rounded",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate298.errors : vErrors.concat(validate298.errors);
errors = vErrors.length;
}
var valid0 = _errs42 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
else {
validate365.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate365.errors = vErrors;
return errors === 0;
}
validate365.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate358(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate358.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((data.id === undefined) && (missing0 = "id")) || ((data.kind === undefined) && (missing0 = "kind"))) || ((data.amount === undefined) && (missing0 = "amount"))) || ((data.state === undefined) && (missing0 = "state"))) || ((data.held === undefined) && (missing0 = "held"))) || ((data.reason === undefined) && (missing0 = "reason"))) || ((data.trace === undefined) && (missing0 = "trace"))){
validate358.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func1.call(schema96.properties, key0))){
validate358.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.id !== undefined){
const _errs2 = errors;
if(typeof data.id !== "string"){
validate358.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.kind !== undefined){
const _errs4 = errors;
if(!(validate359(data.kind, {instancePath:instancePath+"/kind",parentData:data,parentDataProperty:"kind",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate359.errors : vErrors.concat(validate359.errors);
errors = vErrors.length;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.amount !== undefined){
const _errs5 = errors;
if(!(validate303(data.amount, {instancePath:instancePath+"/amount",parentData:data,parentDataProperty:"amount",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate303.errors : vErrors.concat(validate303.errors);
errors = vErrors.length;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.state !== undefined){
let data3 = data.state;
const _errs6 = errors;
if(typeof data3 !== "string"){
validate358.errors = [{instancePath:instancePath+"/state",schemaPath:"#/properties/state/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!(((data3 === "payable") || (data3 === "held")) || (data3 === "disputed"))){
validate358.errors = [{instancePath:instancePath+"/state",schemaPath:"#/properties/state/enum",keyword:"enum",params:{allowedValues: schema96.properties.state.enum}}];
return false;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.held !== undefined){
const _errs8 = errors;
if(typeof data.held !== "boolean"){
validate358.errors = [{instancePath:instancePath+"/held",schemaPath:"#/properties/held/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.reason !== undefined){
let data5 = data.reason;
const _errs10 = errors;
const _errs11 = errors;
let valid1 = false;
const _errs12 = errors;
if(!(validate313(data5, {instancePath:instancePath+"/reason",parentData:data,parentDataProperty:"reason",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate313.errors : vErrors.concat(validate313.errors);
errors = vErrors.length;
}
var _valid0 = _errs12 === errors;
valid1 = valid1 || _valid0;
const _errs13 = errors;
if(data5 !== null){
const err0 = {instancePath:instancePath+"/reason",schemaPath:"#/properties/reason/anyOf/1/type",keyword:"type",params:{type: "null"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs13 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const err1 = {instancePath:instancePath+"/reason",schemaPath:"#/properties/reason/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
validate358.errors = vErrors;
return false;
}
else {
errors = _errs11;
if(vErrors !== null){
if(_errs11){
vErrors.length = _errs11;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.computed !== undefined){
const _errs15 = errors;
if(!(validate303(data.computed, {instancePath:instancePath+"/computed",parentData:data,parentDataProperty:"computed",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate303.errors : vErrors.concat(validate303.errors);
errors = vErrors.length;
}
var valid0 = _errs15 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.claimed !== undefined){
const _errs16 = errors;
if(!(validate303(data.claimed, {instancePath:instancePath+"/claimed",parentData:data,parentDataProperty:"claimed",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate303.errors : vErrors.concat(validate303.errors);
errors = vErrors.length;
}
var valid0 = _errs16 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.trace !== undefined){
const _errs17 = errors;
if(!(validate365(data.trace, {instancePath:instancePath+"/trace",parentData:data,parentDataProperty:"trace",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate365.errors : vErrors.concat(validate365.errors);
errors = vErrors.length;
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate358.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate358.errors = vErrors;
return errors === 0;
}
validate358.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema102 = {"type":"object","additionalProperties":false,"required":["period","measure","day","before","after","rowsBefore","rowsAfter"],"properties":{"period":{"$ref":"#/$defs/period"},"measure":{"type":"string"},"day":{"type":["string","null"],"pattern":"^\\d{4}-\\d{2}-\\d{2}$"},"before":{"$ref":"#/$defs/exactOrNull"},"after":{"$ref":"#/$defs/exactOrNull"},"rowsBefore":{"type":"integer","minimum":0},"rowsAfter":{"type":"integer","minimum":0},"cause":{"type":"string","enum":["zone-rules"]}}};

function validate378(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate378.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((data.period === undefined) && (missing0 = "period")) || ((data.measure === undefined) && (missing0 = "measure"))) || ((data.day === undefined) && (missing0 = "day"))) || ((data.before === undefined) && (missing0 = "before"))) || ((data.after === undefined) && (missing0 = "after"))) || ((data.rowsBefore === undefined) && (missing0 = "rowsBefore"))) || ((data.rowsAfter === undefined) && (missing0 = "rowsAfter"))){
validate378.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((((((key0 === "period") || (key0 === "measure")) || (key0 === "day")) || (key0 === "before")) || (key0 === "after")) || (key0 === "rowsBefore")) || (key0 === "rowsAfter")) || (key0 === "cause"))){
validate378.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.period !== undefined){
const _errs2 = errors;
if(!(validate288(data.period, {instancePath:instancePath+"/period",parentData:data,parentDataProperty:"period",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate288.errors : vErrors.concat(validate288.errors);
errors = vErrors.length;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.measure !== undefined){
const _errs3 = errors;
if(typeof data.measure !== "string"){
validate378.errors = [{instancePath:instancePath+"/measure",schemaPath:"#/properties/measure/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.day !== undefined){
let data2 = data.day;
const _errs5 = errors;
if((typeof data2 !== "string") && (data2 !== null)){
validate378.errors = [{instancePath:instancePath+"/day",schemaPath:"#/properties/day/type",keyword:"type",params:{type: schema102.properties.day.type}}];
return false;
}
if(errors === _errs5){
if(typeof data2 === "string"){
if(!pattern3.test(data2)){
validate378.errors = [{instancePath:instancePath+"/day",schemaPath:"#/properties/day/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}$"}}];
return false;
}
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.before !== undefined){
const _errs7 = errors;
if(!(validate370(data.before, {instancePath:instancePath+"/before",parentData:data,parentDataProperty:"before",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate370.errors : vErrors.concat(validate370.errors);
errors = vErrors.length;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.after !== undefined){
const _errs8 = errors;
if(!(validate370(data.after, {instancePath:instancePath+"/after",parentData:data,parentDataProperty:"after",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate370.errors : vErrors.concat(validate370.errors);
errors = vErrors.length;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.rowsBefore !== undefined){
let data5 = data.rowsBefore;
const _errs9 = errors;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
validate378.errors = [{instancePath:instancePath+"/rowsBefore",schemaPath:"#/properties/rowsBefore/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs9){
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 < 0 || isNaN(data5)){
validate378.errors = [{instancePath:instancePath+"/rowsBefore",schemaPath:"#/properties/rowsBefore/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.rowsAfter !== undefined){
let data6 = data.rowsAfter;
const _errs11 = errors;
if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){
validate378.errors = [{instancePath:instancePath+"/rowsAfter",schemaPath:"#/properties/rowsAfter/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs11){
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 < 0 || isNaN(data6)){
validate378.errors = [{instancePath:instancePath+"/rowsAfter",schemaPath:"#/properties/rowsAfter/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.cause !== undefined){
let data7 = data.cause;
const _errs13 = errors;
if(typeof data7 !== "string"){
validate378.errors = [{instancePath:instancePath+"/cause",schemaPath:"#/properties/cause/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!(data7 === "zone-rules")){
validate378.errors = [{instancePath:instancePath+"/cause",schemaPath:"#/properties/cause/enum",keyword:"enum",params:{allowedValues: schema102.properties.cause.enum}}];
return false;
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
else {
validate378.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate378.errors = vErrors;
return errors === 0;
}
validate378.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema105 = {"type":"object","additionalProperties":false,"required":["reason","party"],"properties":{"reason":{"$ref":"#/$defs/causeReason"},"party":{"type":["string","null"],"enum":["brand","provider",null]}}};
const schema107 = {"type":"string","enum":["stale","duplicates","repeated-keys","nulls","no-rate","no-fx","rate-duplicate","rate-not-positive","division-by-zero","not-measured","reconcile-breach","unreviewed","too-little-weight","over-limit","over-acknowledged"]};

function validate400(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate400.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(typeof data !== "string"){
validate400.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!(((((((((((((((data === "stale") || (data === "duplicates")) || (data === "repeated-keys")) || (data === "nulls")) || (data === "no-rate")) || (data === "no-fx")) || (data === "rate-duplicate")) || (data === "rate-not-positive")) || (data === "division-by-zero")) || (data === "not-measured")) || (data === "reconcile-breach")) || (data === "unreviewed")) || (data === "too-little-weight")) || (data === "over-limit")) || (data === "over-acknowledged"))){
validate400.errors = [{instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema107.enum}}];
return false;
}
validate400.errors = vErrors;
return errors === 0;
}
validate400.evaluated = {"dynamicProps":false,"dynamicItems":false};


function validate399(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate399.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.code === undefined) && (missing0 = "code")) || ((data.with === undefined) && (missing0 = "with"))){
validate399.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "code") || (key0 === "with"))){
validate399.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.code !== undefined){
const _errs2 = errors;
if(!(validate400(data.code, {instancePath:instancePath+"/code",parentData:data,parentDataProperty:"code",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate400.errors : vErrors.concat(validate400.errors);
errors = vErrors.length;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.with !== undefined){
let data1 = data.with;
const _errs3 = errors;
if(errors === _errs3){
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
for(const key1 in data1){
const _errs6 = errors;
if(typeof data1[key1] !== "string"){
validate399.errors = [{instancePath:instancePath+"/with/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/with/additionalProperties/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid1 = _errs6 === errors;
if(!valid1){
break;
}
}
}
else {
validate399.errors = [{instancePath:instancePath+"/with",schemaPath:"#/properties/with/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
validate399.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate399.errors = vErrors;
return errors === 0;
}
validate399.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate398(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate398.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.reason === undefined) && (missing0 = "reason")) || ((data.party === undefined) && (missing0 = "party"))){
validate398.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "reason") || (key0 === "party"))){
validate398.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.reason !== undefined){
const _errs2 = errors;
if(!(validate399(data.reason, {instancePath:instancePath+"/reason",parentData:data,parentDataProperty:"reason",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate399.errors : vErrors.concat(validate399.errors);
errors = vErrors.length;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.party !== undefined){
let data1 = data.party;
const _errs3 = errors;
if((typeof data1 !== "string") && (data1 !== null)){
validate398.errors = [{instancePath:instancePath+"/party",schemaPath:"#/properties/party/type",keyword:"type",params:{type: schema105.properties.party.type}}];
return false;
}
if(!(((data1 === "brand") || (data1 === "provider")) || (data1 === null))){
validate398.errors = [{instancePath:instancePath+"/party",schemaPath:"#/properties/party/enum",keyword:"enum",params:{allowedValues: schema105.properties.party.enum}}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
validate398.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate398.errors = vErrors;
return errors === 0;
}
validate398.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate393(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate393.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
const _errs0 = errors;
let valid0 = false;
let passing0 = null;
const _errs1 = errors;
if(errors === _errs1){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.state === undefined) && (missing0 = "state")) || ((data.amount === undefined) && (missing0 = "amount"))) || ((data.byRule === undefined) && (missing0 = "byRule"))){
const err0 = {instancePath,schemaPath:"#/oneOf/0/required",keyword:"required",params:{missingProperty: missing0}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
else {
const _errs3 = errors;
for(const key0 in data){
if(!(((key0 === "state") || (key0 === "amount")) || (key0 === "byRule"))){
const err1 = {instancePath,schemaPath:"#/oneOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
break;
}
}
if(_errs3 === errors){
if(data.state !== undefined){
const _errs4 = errors;
if("settled" !== data.state){
const err2 = {instancePath:instancePath+"/state",schemaPath:"#/oneOf/0/properties/state/const",keyword:"const",params:{allowedValue: "settled"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var valid1 = _errs4 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.amount !== undefined){
const _errs5 = errors;
if(!(validate303(data.amount, {instancePath:instancePath+"/amount",parentData:data,parentDataProperty:"amount",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate303.errors : vErrors.concat(validate303.errors);
errors = vErrors.length;
}
var valid1 = _errs5 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.byRule !== undefined){
const _errs6 = errors;
if(typeof data.byRule !== "boolean"){
const err3 = {instancePath:instancePath+"/byRule",schemaPath:"#/oneOf/0/properties/byRule/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
var valid1 = _errs6 === errors;
}
else {
var valid1 = true;
}
}
}
}
}
}
else {
const err4 = {instancePath,schemaPath:"#/oneOf/0/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
var _valid0 = _errs1 === errors;
if(_valid0){
valid0 = true;
passing0 = 0;
var props0 = true;
}
const _errs8 = errors;
if(errors === _errs8){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing1;
if((((((((data.state === undefined) && (missing1 = "state")) || ((data.amount === undefined) && (missing1 = "amount"))) || ((data.wasSettled === undefined) && (missing1 = "wasSettled"))) || ((data.byRule === undefined) && (missing1 = "byRule"))) || ((data.since === undefined) && (missing1 = "since"))) || ((data.statements === undefined) && (missing1 = "statements"))) || ((data.causes === undefined) && (missing1 = "causes"))){
const err5 = {instancePath,schemaPath:"#/oneOf/1/required",keyword:"required",params:{missingProperty: missing1}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
else {
const _errs10 = errors;
for(const key1 in data){
if(!((((((((key1 === "state") || (key1 === "amount")) || (key1 === "wasSettled")) || (key1 === "computed")) || (key1 === "byRule")) || (key1 === "since")) || (key1 === "statements")) || (key1 === "causes"))){
const err6 = {instancePath,schemaPath:"#/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
break;
}
}
if(_errs10 === errors){
if(data.state !== undefined){
const _errs11 = errors;
if("held" !== data.state){
const err7 = {instancePath:instancePath+"/state",schemaPath:"#/oneOf/1/properties/state/const",keyword:"const",params:{allowedValue: "held"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
var valid2 = _errs11 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data.amount !== undefined){
const _errs12 = errors;
if(!(validate303(data.amount, {instancePath:instancePath+"/amount",parentData:data,parentDataProperty:"amount",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate303.errors : vErrors.concat(validate303.errors);
errors = vErrors.length;
}
var valid2 = _errs12 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data.wasSettled !== undefined){
const _errs13 = errors;
if(typeof data.wasSettled !== "boolean"){
const err8 = {instancePath:instancePath+"/wasSettled",schemaPath:"#/oneOf/1/properties/wasSettled/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
var valid2 = _errs13 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data.computed !== undefined){
const _errs15 = errors;
if(!(validate303(data.computed, {instancePath:instancePath+"/computed",parentData:data,parentDataProperty:"computed",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate303.errors : vErrors.concat(validate303.errors);
errors = vErrors.length;
}
var valid2 = _errs15 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data.byRule !== undefined){
const _errs16 = errors;
if(typeof data.byRule !== "boolean"){
const err9 = {instancePath:instancePath+"/byRule",schemaPath:"#/oneOf/1/properties/byRule/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
var valid2 = _errs16 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data.since !== undefined){
const _errs18 = errors;
if(!(validate290(data.since, {instancePath:instancePath+"/since",parentData:data,parentDataProperty:"since",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate290.errors : vErrors.concat(validate290.errors);
errors = vErrors.length;
}
var valid2 = _errs18 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data.statements !== undefined){
let data9 = data.statements;
const _errs19 = errors;
if(!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))){
const err10 = {instancePath:instancePath+"/statements",schemaPath:"#/oneOf/1/properties/statements/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(errors === _errs19){
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 < 1 || isNaN(data9)){
const err11 = {instancePath:instancePath+"/statements",schemaPath:"#/oneOf/1/properties/statements/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
var valid2 = _errs19 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data.causes !== undefined){
let data10 = data.causes;
const _errs21 = errors;
if(errors === _errs21){
if(Array.isArray(data10)){
var valid3 = true;
const len0 = data10.length;
for(let i0=0; i0<len0; i0++){
const _errs23 = errors;
if(!(validate398(data10[i0], {instancePath:instancePath+"/causes/" + i0,parentData:data10,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate398.errors : vErrors.concat(validate398.errors);
errors = vErrors.length;
}
var valid3 = _errs23 === errors;
if(!valid3){
break;
}
}
}
else {
const err12 = {instancePath:instancePath+"/causes",schemaPath:"#/oneOf/1/properties/causes/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
var valid2 = _errs21 === errors;
}
else {
var valid2 = true;
}
}
}
}
}
}
}
}
}
}
}
else {
const err13 = {instancePath,schemaPath:"#/oneOf/1/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
var _valid0 = _errs8 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid0 = true;
passing0 = 1;
if(props0 !== true){
props0 = true;
}
}
const _errs24 = errors;
if(errors === _errs24){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing2;
if((((((data.state === undefined) && (missing2 = "state")) || ((data.amount === undefined) && (missing2 = "amount"))) || ((data.byRule === undefined) && (missing2 = "byRule"))) || ((data.since === undefined) && (missing2 = "since"))) || ((data.moves === undefined) && (missing2 = "moves"))){
const err14 = {instancePath,schemaPath:"#/oneOf/2/required",keyword:"required",params:{missingProperty: missing2}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
else {
const _errs26 = errors;
for(const key2 in data){
if(!(((((key2 === "state") || (key2 === "amount")) || (key2 === "byRule")) || (key2 === "since")) || (key2 === "moves"))){
const err15 = {instancePath,schemaPath:"#/oneOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
break;
}
}
if(_errs26 === errors){
if(data.state !== undefined){
const _errs27 = errors;
if("waiting" !== data.state){
const err16 = {instancePath:instancePath+"/state",schemaPath:"#/oneOf/2/properties/state/const",keyword:"const",params:{allowedValue: "waiting"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
var valid4 = _errs27 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data.amount !== undefined){
const _errs28 = errors;
if(!(validate303(data.amount, {instancePath:instancePath+"/amount",parentData:data,parentDataProperty:"amount",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate303.errors : vErrors.concat(validate303.errors);
errors = vErrors.length;
}
var valid4 = _errs28 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data.byRule !== undefined){
const _errs29 = errors;
if(typeof data.byRule !== "boolean"){
const err17 = {instancePath:instancePath+"/byRule",schemaPath:"#/oneOf/2/properties/byRule/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
var valid4 = _errs29 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data.since !== undefined){
const _errs31 = errors;
if(!(validate290(data.since, {instancePath:instancePath+"/since",parentData:data,parentDataProperty:"since",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate290.errors : vErrors.concat(validate290.errors);
errors = vErrors.length;
}
var valid4 = _errs31 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data.moves !== undefined){
const _errs32 = errors;
if(!(validate303(data.moves, {instancePath:instancePath+"/moves",parentData:data,parentDataProperty:"moves",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate303.errors : vErrors.concat(validate303.errors);
errors = vErrors.length;
}
var valid4 = _errs32 === errors;
}
else {
var valid4 = true;
}
}
}
}
}
}
}
}
else {
const err18 = {instancePath,schemaPath:"#/oneOf/2/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
var _valid0 = _errs24 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 2];
}
else {
if(_valid0){
valid0 = true;
passing0 = 2;
if(props0 !== true){
props0 = true;
}
}
const _errs33 = errors;
if(errors === _errs33){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing3;
if((((((data.state === undefined) && (missing3 = "state")) || ((data.amount === undefined) && (missing3 = "amount"))) || ((data.computed === undefined) && (missing3 = "computed"))) || ((data.byRule === undefined) && (missing3 = "byRule"))) || ((data.decided === undefined) && (missing3 = "decided"))){
const err19 = {instancePath,schemaPath:"#/oneOf/3/required",keyword:"required",params:{missingProperty: missing3}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
else {
const _errs35 = errors;
for(const key3 in data){
if(!(((((key3 === "state") || (key3 === "amount")) || (key3 === "computed")) || (key3 === "byRule")) || (key3 === "decided"))){
const err20 = {instancePath,schemaPath:"#/oneOf/3/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
break;
}
}
if(_errs35 === errors){
if(data.state !== undefined){
const _errs36 = errors;
if("disputed" !== data.state){
const err21 = {instancePath:instancePath+"/state",schemaPath:"#/oneOf/3/properties/state/const",keyword:"const",params:{allowedValue: "disputed"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
var valid5 = _errs36 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data.amount !== undefined){
const _errs37 = errors;
if(!(validate303(data.amount, {instancePath:instancePath+"/amount",parentData:data,parentDataProperty:"amount",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate303.errors : vErrors.concat(validate303.errors);
errors = vErrors.length;
}
var valid5 = _errs37 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data.computed !== undefined){
const _errs38 = errors;
if(!(validate303(data.computed, {instancePath:instancePath+"/computed",parentData:data,parentDataProperty:"computed",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate303.errors : vErrors.concat(validate303.errors);
errors = vErrors.length;
}
var valid5 = _errs38 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data.byRule !== undefined){
const _errs39 = errors;
if(typeof data.byRule !== "boolean"){
const err22 = {instancePath:instancePath+"/byRule",schemaPath:"#/oneOf/3/properties/byRule/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
var valid5 = _errs39 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data.decided !== undefined){
const _errs41 = errors;
if(typeof data.decided !== "boolean"){
const err23 = {instancePath:instancePath+"/decided",schemaPath:"#/oneOf/3/properties/decided/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
var valid5 = _errs41 === errors;
}
else {
var valid5 = true;
}
}
}
}
}
}
}
}
else {
const err24 = {instancePath,schemaPath:"#/oneOf/3/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
var _valid0 = _errs33 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 3];
}
else {
if(_valid0){
valid0 = true;
passing0 = 3;
if(props0 !== true){
props0 = true;
}
}
const _errs43 = errors;
if(errors === _errs43){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing4;
if((((data.state === undefined) && (missing4 = "state")) || ((data.amount === undefined) && (missing4 = "amount"))) || ((data.byRule === undefined) && (missing4 = "byRule"))){
const err25 = {instancePath,schemaPath:"#/oneOf/4/required",keyword:"required",params:{missingProperty: missing4}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
else {
const _errs45 = errors;
for(const key4 in data){
if(!(((key4 === "state") || (key4 === "amount")) || (key4 === "byRule"))){
const err26 = {instancePath,schemaPath:"#/oneOf/4/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
break;
}
}
if(_errs45 === errors){
if(data.state !== undefined){
const _errs46 = errors;
if("frozen" !== data.state){
const err27 = {instancePath:instancePath+"/state",schemaPath:"#/oneOf/4/properties/state/const",keyword:"const",params:{allowedValue: "frozen"}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
var valid6 = _errs46 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data.amount !== undefined){
const _errs47 = errors;
if(!(validate303(data.amount, {instancePath:instancePath+"/amount",parentData:data,parentDataProperty:"amount",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate303.errors : vErrors.concat(validate303.errors);
errors = vErrors.length;
}
var valid6 = _errs47 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data.byRule !== undefined){
const _errs48 = errors;
if(typeof data.byRule !== "boolean"){
const err28 = {instancePath:instancePath+"/byRule",schemaPath:"#/oneOf/4/properties/byRule/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
var valid6 = _errs48 === errors;
}
else {
var valid6 = true;
}
}
}
}
}
}
else {
const err29 = {instancePath,schemaPath:"#/oneOf/4/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
var _valid0 = _errs43 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 4];
}
else {
if(_valid0){
valid0 = true;
passing0 = 4;
if(props0 !== true){
props0 = true;
}
}
const _errs50 = errors;
if(errors === _errs50){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing5;
if(((data.state === undefined) && (missing5 = "state")) || ((data.amount === undefined) && (missing5 = "amount"))){
const err30 = {instancePath,schemaPath:"#/oneOf/5/required",keyword:"required",params:{missingProperty: missing5}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
else {
const _errs52 = errors;
for(const key5 in data){
if(!((key5 === "state") || (key5 === "amount"))){
const err31 = {instancePath,schemaPath:"#/oneOf/5/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
break;
}
}
if(_errs52 === errors){
if(data.state !== undefined){
const _errs53 = errors;
if("accepted" !== data.state){
const err32 = {instancePath:instancePath+"/state",schemaPath:"#/oneOf/5/properties/state/const",keyword:"const",params:{allowedValue: "accepted"}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
var valid7 = _errs53 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data.amount !== undefined){
const _errs54 = errors;
if(!(validate303(data.amount, {instancePath:instancePath+"/amount",parentData:data,parentDataProperty:"amount",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate303.errors : vErrors.concat(validate303.errors);
errors = vErrors.length;
}
var valid7 = _errs54 === errors;
}
else {
var valid7 = true;
}
}
}
}
}
else {
const err33 = {instancePath,schemaPath:"#/oneOf/5/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
var _valid0 = _errs50 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 5];
}
else {
if(_valid0){
valid0 = true;
passing0 = 5;
if(props0 !== true){
props0 = true;
}
}
const _errs55 = errors;
if(errors === _errs55){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing6;
if(((data.state === undefined) && (missing6 = "state")) || ((data.amount === undefined) && (missing6 = "amount"))){
const err34 = {instancePath,schemaPath:"#/oneOf/6/required",keyword:"required",params:{missingProperty: missing6}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
else {
const _errs57 = errors;
for(const key6 in data){
if(!((key6 === "state") || (key6 === "amount"))){
const err35 = {instancePath,schemaPath:"#/oneOf/6/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
break;
}
}
if(_errs57 === errors){
if(data.state !== undefined){
const _errs58 = errors;
if("decided" !== data.state){
const err36 = {instancePath:instancePath+"/state",schemaPath:"#/oneOf/6/properties/state/const",keyword:"const",params:{allowedValue: "decided"}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
var valid8 = _errs58 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data.amount !== undefined){
const _errs59 = errors;
if(!(validate303(data.amount, {instancePath:instancePath+"/amount",parentData:data,parentDataProperty:"amount",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate303.errors : vErrors.concat(validate303.errors);
errors = vErrors.length;
}
var valid8 = _errs59 === errors;
}
else {
var valid8 = true;
}
}
}
}
}
else {
const err37 = {instancePath,schemaPath:"#/oneOf/6/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
var _valid0 = _errs55 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 6];
}
else {
if(_valid0){
valid0 = true;
passing0 = 6;
if(props0 !== true){
props0 = true;
}
}
const _errs60 = errors;
if(errors === _errs60){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing7;
if((((data.state === undefined) && (missing7 = "state")) || ((data.amount === undefined) && (missing7 = "amount"))) || ((data.computed === undefined) && (missing7 = "computed"))){
const err38 = {instancePath,schemaPath:"#/oneOf/7/required",keyword:"required",params:{missingProperty: missing7}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
else {
const _errs62 = errors;
for(const key7 in data){
if(!(((key7 === "state") || (key7 === "amount")) || (key7 === "computed"))){
const err39 = {instancePath,schemaPath:"#/oneOf/7/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
break;
}
}
if(_errs62 === errors){
if(data.state !== undefined){
const _errs63 = errors;
if("resolved" !== data.state){
const err40 = {instancePath:instancePath+"/state",schemaPath:"#/oneOf/7/properties/state/const",keyword:"const",params:{allowedValue: "resolved"}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
var valid9 = _errs63 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data.amount !== undefined){
const _errs64 = errors;
if(!(validate303(data.amount, {instancePath:instancePath+"/amount",parentData:data,parentDataProperty:"amount",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate303.errors : vErrors.concat(validate303.errors);
errors = vErrors.length;
}
var valid9 = _errs64 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data.computed !== undefined){
const _errs65 = errors;
if(!(validate298(data.computed, {instancePath:instancePath+"/computed",parentData:data,parentDataProperty:"computed",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate298.errors : vErrors.concat(validate298.errors);
errors = vErrors.length;
}
var valid9 = _errs65 === errors;
}
else {
var valid9 = true;
}
}
}
}
}
}
else {
const err41 = {instancePath,schemaPath:"#/oneOf/7/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
var _valid0 = _errs60 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 7];
}
else {
if(_valid0){
valid0 = true;
passing0 = 7;
if(props0 !== true){
props0 = true;
}
}
}
}
}
}
}
}
}
if(!valid0){
const err42 = {instancePath,schemaPath:"#/oneOf",keyword:"oneOf",params:{passingSchemas: passing0}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
validate393.errors = vErrors;
return false;
}
else {
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
}
validate393.errors = vErrors;
evaluated0.props = props0;
return errors === 0;
}
validate393.evaluated = {"dynamicProps":true,"dynamicItems":false};


function validate417(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate417.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(typeof data === "string"){
if(!pattern5.test(data)){
validate417.errors = [{instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "^-?\\d+(\\.\\d+|/\\d+)?$"}}];
return false;
}
}
else {
validate417.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
validate417.errors = vErrors;
return errors === 0;
}
validate417.evaluated = {"dynamicProps":false,"dynamicItems":false};


function validate390(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate390.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.lines === undefined) && (missing0 = "lines")){
validate390.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(key0 === "lines")){
validate390.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.lines !== undefined){
let data0 = data.lines;
const _errs2 = errors;
if(errors === _errs2){
if(Array.isArray(data0)){
var valid1 = true;
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
const _errs4 = errors;
if(errors === _errs4){
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
let missing1;
if((((((data1.period === undefined) && (missing1 = "period")) || ((data1.line === undefined) && (missing1 = "line"))) || ((data1.kind === undefined) && (missing1 = "kind"))) || ((data1.life === undefined) && (missing1 = "life"))) || ((data1.standsOn === undefined) && (missing1 = "standsOn"))){
validate390.errors = [{instancePath:instancePath+"/lines/" + i0,schemaPath:"#/properties/lines/items/required",keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
const _errs6 = errors;
for(const key1 in data1){
if(!(((((((key1 === "period") || (key1 === "line")) || (key1 === "kind")) || (key1 === "life")) || (key1 === "standsOn")) || (key1 === "knows")) || (key1 === "base"))){
validate390.errors = [{instancePath:instancePath+"/lines/" + i0,schemaPath:"#/properties/lines/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}}];
return false;
break;
}
}
if(_errs6 === errors){
if(data1.period !== undefined){
const _errs7 = errors;
if(!(validate288(data1.period, {instancePath:instancePath+"/lines/" + i0+"/period",parentData:data1,parentDataProperty:"period",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate288.errors : vErrors.concat(validate288.errors);
errors = vErrors.length;
}
var valid2 = _errs7 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.line !== undefined){
const _errs8 = errors;
if(typeof data1.line !== "string"){
validate390.errors = [{instancePath:instancePath+"/lines/" + i0+"/line",schemaPath:"#/properties/lines/items/properties/line/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid2 = _errs8 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.kind !== undefined){
const _errs10 = errors;
if(!(validate359(data1.kind, {instancePath:instancePath+"/lines/" + i0+"/kind",parentData:data1,parentDataProperty:"kind",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate359.errors : vErrors.concat(validate359.errors);
errors = vErrors.length;
}
var valid2 = _errs10 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.life !== undefined){
const _errs11 = errors;
if(!(validate393(data1.life, {instancePath:instancePath+"/lines/" + i0+"/life",parentData:data1,parentDataProperty:"life",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate393.errors : vErrors.concat(validate393.errors);
errors = vErrors.length;
}
var valid2 = _errs11 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.standsOn !== undefined){
const _errs12 = errors;
if(!(validate288(data1.standsOn, {instancePath:instancePath+"/lines/" + i0+"/standsOn",parentData:data1,parentDataProperty:"standsOn",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate288.errors : vErrors.concat(validate288.errors);
errors = vErrors.length;
}
var valid2 = _errs12 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.knows !== undefined){
const _errs13 = errors;
if(!(validate288(data1.knows, {instancePath:instancePath+"/lines/" + i0+"/knows",parentData:data1,parentDataProperty:"knows",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate288.errors : vErrors.concat(validate288.errors);
errors = vErrors.length;
}
var valid2 = _errs13 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.base !== undefined){
const _errs14 = errors;
if(!(validate417(data1.base, {instancePath:instancePath+"/lines/" + i0+"/base",parentData:data1,parentDataProperty:"base",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate417.errors : vErrors.concat(validate417.errors);
errors = vErrors.length;
}
var valid2 = _errs14 === errors;
}
else {
var valid2 = true;
}
}
}
}
}
}
}
}
}
}
else {
validate390.errors = [{instancePath:instancePath+"/lines/" + i0,schemaPath:"#/properties/lines/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid1 = _errs4 === errors;
if(!valid1){
break;
}
}
}
else {
validate390.errors = [{instancePath:instancePath+"/lines",schemaPath:"#/properties/lines/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
}
}
}
}
else {
validate390.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate390.errors = vErrors;
return errors === 0;
}
validate390.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema109 = {"type":"object","additionalProperties":false,"required":["engine","warehouse","commit","jobs","statementMd","checksum"],"properties":{"engine":{"type":"string"},"warehouse":{"type":"string"},"commit":{"type":["string","null"]},"jobs":{"type":"array","items":{"type":"string"}},"agreement":{"type":"object","additionalProperties":false,"required":["pullRequest","head","approvals"],"properties":{"pullRequest":{"type":"integer"},"head":{"type":"string","pattern":"^[0-9a-f]{40}$"},"approvals":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["user","at"],"properties":{"user":{"type":"integer"},"at":{"type":"string"}}}}}},"statementMd":{"$ref":"#/$defs/digest"},"checksum":{"$ref":"#/$defs/digest"}}};
const pattern28 = new RegExp("^[0-9a-f]{40}$", "u");

function validate421(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate421.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((data.engine === undefined) && (missing0 = "engine")) || ((data.warehouse === undefined) && (missing0 = "warehouse"))) || ((data.commit === undefined) && (missing0 = "commit"))) || ((data.jobs === undefined) && (missing0 = "jobs"))) || ((data.statementMd === undefined) && (missing0 = "statementMd"))) || ((data.checksum === undefined) && (missing0 = "checksum"))){
validate421.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((((((key0 === "engine") || (key0 === "warehouse")) || (key0 === "commit")) || (key0 === "jobs")) || (key0 === "agreement")) || (key0 === "statementMd")) || (key0 === "checksum"))){
validate421.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.engine !== undefined){
const _errs2 = errors;
if(typeof data.engine !== "string"){
validate421.errors = [{instancePath:instancePath+"/engine",schemaPath:"#/properties/engine/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.warehouse !== undefined){
const _errs4 = errors;
if(typeof data.warehouse !== "string"){
validate421.errors = [{instancePath:instancePath+"/warehouse",schemaPath:"#/properties/warehouse/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.commit !== undefined){
let data2 = data.commit;
const _errs6 = errors;
if((typeof data2 !== "string") && (data2 !== null)){
validate421.errors = [{instancePath:instancePath+"/commit",schemaPath:"#/properties/commit/type",keyword:"type",params:{type: schema109.properties.commit.type}}];
return false;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.jobs !== undefined){
let data3 = data.jobs;
const _errs8 = errors;
if(errors === _errs8){
if(Array.isArray(data3)){
var valid1 = true;
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
const _errs10 = errors;
if(typeof data3[i0] !== "string"){
validate421.errors = [{instancePath:instancePath+"/jobs/" + i0,schemaPath:"#/properties/jobs/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid1 = _errs10 === errors;
if(!valid1){
break;
}
}
}
else {
validate421.errors = [{instancePath:instancePath+"/jobs",schemaPath:"#/properties/jobs/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.agreement !== undefined){
let data5 = data.agreement;
const _errs12 = errors;
if(errors === _errs12){
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
let missing1;
if((((data5.pullRequest === undefined) && (missing1 = "pullRequest")) || ((data5.head === undefined) && (missing1 = "head"))) || ((data5.approvals === undefined) && (missing1 = "approvals"))){
validate421.errors = [{instancePath:instancePath+"/agreement",schemaPath:"#/properties/agreement/required",keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
const _errs14 = errors;
for(const key1 in data5){
if(!(((key1 === "pullRequest") || (key1 === "head")) || (key1 === "approvals"))){
validate421.errors = [{instancePath:instancePath+"/agreement",schemaPath:"#/properties/agreement/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}}];
return false;
break;
}
}
if(_errs14 === errors){
if(data5.pullRequest !== undefined){
let data6 = data5.pullRequest;
const _errs15 = errors;
if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){
validate421.errors = [{instancePath:instancePath+"/agreement/pullRequest",schemaPath:"#/properties/agreement/properties/pullRequest/type",keyword:"type",params:{type: "integer"}}];
return false;
}
var valid2 = _errs15 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data5.head !== undefined){
let data7 = data5.head;
const _errs17 = errors;
if(errors === _errs17){
if(typeof data7 === "string"){
if(!pattern28.test(data7)){
validate421.errors = [{instancePath:instancePath+"/agreement/head",schemaPath:"#/properties/agreement/properties/head/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{40}$"}}];
return false;
}
}
else {
validate421.errors = [{instancePath:instancePath+"/agreement/head",schemaPath:"#/properties/agreement/properties/head/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid2 = _errs17 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data5.approvals !== undefined){
let data8 = data5.approvals;
const _errs19 = errors;
if(errors === _errs19){
if(Array.isArray(data8)){
var valid3 = true;
const len1 = data8.length;
for(let i1=0; i1<len1; i1++){
let data9 = data8[i1];
const _errs21 = errors;
if(errors === _errs21){
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
let missing2;
if(((data9.user === undefined) && (missing2 = "user")) || ((data9.at === undefined) && (missing2 = "at"))){
validate421.errors = [{instancePath:instancePath+"/agreement/approvals/" + i1,schemaPath:"#/properties/agreement/properties/approvals/items/required",keyword:"required",params:{missingProperty: missing2}}];
return false;
}
else {
const _errs23 = errors;
for(const key2 in data9){
if(!((key2 === "user") || (key2 === "at"))){
validate421.errors = [{instancePath:instancePath+"/agreement/approvals/" + i1,schemaPath:"#/properties/agreement/properties/approvals/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}}];
return false;
break;
}
}
if(_errs23 === errors){
if(data9.user !== undefined){
let data10 = data9.user;
const _errs24 = errors;
if(!(((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10))) && (isFinite(data10)))){
validate421.errors = [{instancePath:instancePath+"/agreement/approvals/" + i1+"/user",schemaPath:"#/properties/agreement/properties/approvals/items/properties/user/type",keyword:"type",params:{type: "integer"}}];
return false;
}
var valid4 = _errs24 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data9.at !== undefined){
const _errs26 = errors;
if(typeof data9.at !== "string"){
validate421.errors = [{instancePath:instancePath+"/agreement/approvals/" + i1+"/at",schemaPath:"#/properties/agreement/properties/approvals/items/properties/at/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid4 = _errs26 === errors;
}
else {
var valid4 = true;
}
}
}
}
}
else {
validate421.errors = [{instancePath:instancePath+"/agreement/approvals/" + i1,schemaPath:"#/properties/agreement/properties/approvals/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid3 = _errs21 === errors;
if(!valid3){
break;
}
}
}
else {
validate421.errors = [{instancePath:instancePath+"/agreement/approvals",schemaPath:"#/properties/agreement/properties/approvals/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid2 = _errs19 === errors;
}
else {
var valid2 = true;
}
}
}
}
}
}
else {
validate421.errors = [{instancePath:instancePath+"/agreement",schemaPath:"#/properties/agreement/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.statementMd !== undefined){
const _errs28 = errors;
if(!(validate292(data.statementMd, {instancePath:instancePath+"/statementMd",parentData:data,parentDataProperty:"statementMd",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate292.errors : vErrors.concat(validate292.errors);
errors = vErrors.length;
}
var valid0 = _errs28 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.checksum !== undefined){
const _errs29 = errors;
if(!(validate292(data.checksum, {instancePath:instancePath+"/checksum",parentData:data,parentDataProperty:"checksum",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate292.errors : vErrors.concat(validate292.errors);
errors = vErrors.length;
}
var valid0 = _errs29 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
else {
validate421.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate421.errors = vErrors;
return errors === 0;
}
validate421.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate287(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://concord.example/schemas/statement.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate287.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((((((((((((((((((((((((((((((data.apiVersion === undefined) && (missing0 = "apiVersion")) || ((data.kind === undefined) && (missing0 = "kind"))) || ((data.contract === undefined) && (missing0 = "contract"))) || ((data.period === undefined) && (missing0 = "period"))) || ((data.from === undefined) && (missing0 = "from"))) || ((data.to === undefined) && (missing0 = "to"))) || ((data.currency === undefined) && (missing0 = "currency"))) || ((data.asOf === undefined) && (missing0 = "asOf"))) || ((data.termsDigest === undefined) && (missing0 = "termsDigest"))) || ((data.evidenceDigest === undefined) && (missing0 = "evidenceDigest"))) || ((data.facts === undefined) && (missing0 = "facts"))) || ((data.measures === undefined) && (missing0 = "measures"))) || ((data.kpis === undefined) && (missing0 = "kpis"))) || ((data.composite === undefined) && (missing0 = "composite"))) || ((data.compositeState === undefined) && (missing0 = "compositeState"))) || ((data.gates === undefined) && (missing0 = "gates"))) || ((data.reconcile === undefined) && (missing0 = "reconcile"))) || ((data.anomalies === undefined) && (missing0 = "anomalies"))) || ((data.lines === undefined) && (missing0 = "lines"))) || ((data.held === undefined) && (missing0 = "held"))) || ((data.total === undefined) && (missing0 = "total"))) || ((data.run === undefined) && (missing0 = "run"))) || ((data.tail === undefined) && (missing0 = "tail"))) || ((data.final === undefined) && (missing0 = "final"))) || ((data.previousDigest === undefined) && (missing0 = "previousDigest"))) || ((data.events === undefined) && (missing0 = "events"))) || ((data.changes === undefined) && (missing0 = "changes"))) || ((data.disputes === undefined) && (missing0 = "disputes"))) || ((data.disputableUntil === undefined) && (missing0 = "disputableUntil"))) || ((data.dueOn === undefined) && (missing0 = "dueOn"))) || ((data.balance === undefined) && (missing0 = "balance"))) || ((data.open === undefined) && (missing0 = "open"))) || ((data.carried === undefined) && (missing0 = "carried"))) || ((data.digest === undefined) && (missing0 = "digest"))) || ((data.provenance === undefined) && (missing0 = "provenance"))){
validate287.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func1.call(schema77.properties, key0))){
validate287.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.apiVersion !== undefined){
const _errs2 = errors;
if("concord/v1" !== data.apiVersion){
validate287.errors = [{instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/const",keyword:"const",params:{allowedValue: "concord/v1"}}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.kind !== undefined){
const _errs3 = errors;
if("Statement" !== data.kind){
validate287.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "Statement"}}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.contract !== undefined){
const _errs4 = errors;
if(typeof data.contract !== "string"){
validate287.errors = [{instancePath:instancePath+"/contract",schemaPath:"#/properties/contract/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.period !== undefined){
const _errs6 = errors;
if(!(validate288(data.period, {instancePath:instancePath+"/period",parentData:data,parentDataProperty:"period",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate288.errors : vErrors.concat(validate288.errors);
errors = vErrors.length;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.from !== undefined){
let data4 = data.from;
const _errs7 = errors;
if((typeof data4 !== "string") && (data4 !== null)){
validate287.errors = [{instancePath:instancePath+"/from",schemaPath:"#/properties/from/type",keyword:"type",params:{type: schema77.properties.from.type}}];
return false;
}
if(errors === _errs7){
if(typeof data4 === "string"){
if(!pattern3.test(data4)){
validate287.errors = [{instancePath:instancePath+"/from",schemaPath:"#/properties/from/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}$"}}];
return false;
}
}
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.to !== undefined){
let data5 = data.to;
const _errs9 = errors;
if((typeof data5 !== "string") && (data5 !== null)){
validate287.errors = [{instancePath:instancePath+"/to",schemaPath:"#/properties/to/type",keyword:"type",params:{type: schema77.properties.to.type}}];
return false;
}
if(errors === _errs9){
if(typeof data5 === "string"){
if(!pattern3.test(data5)){
validate287.errors = [{instancePath:instancePath+"/to",schemaPath:"#/properties/to/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}$"}}];
return false;
}
}
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.currency !== undefined){
const _errs11 = errors;
if(typeof data.currency !== "string"){
validate287.errors = [{instancePath:instancePath+"/currency",schemaPath:"#/properties/currency/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.asOf !== undefined){
const _errs13 = errors;
if(!(validate290(data.asOf, {instancePath:instancePath+"/asOf",parentData:data,parentDataProperty:"asOf",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate290.errors : vErrors.concat(validate290.errors);
errors = vErrors.length;
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.termsDigest !== undefined){
const _errs14 = errors;
if(!(validate292(data.termsDigest, {instancePath:instancePath+"/termsDigest",parentData:data,parentDataProperty:"termsDigest",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate292.errors : vErrors.concat(validate292.errors);
errors = vErrors.length;
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.evidenceDigest !== undefined){
const _errs15 = errors;
if(!(validate292(data.evidenceDigest, {instancePath:instancePath+"/evidenceDigest",parentData:data,parentDataProperty:"evidenceDigest",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate292.errors : vErrors.concat(validate292.errors);
errors = vErrors.length;
}
var valid0 = _errs15 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.facts !== undefined){
let data10 = data.facts;
const _errs16 = errors;
if(errors === _errs16){
if(Array.isArray(data10)){
var valid1 = true;
const len0 = data10.length;
for(let i0=0; i0<len0; i0++){
const _errs18 = errors;
if(!(validate295(data10[i0], {instancePath:instancePath+"/facts/" + i0,parentData:data10,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate295.errors : vErrors.concat(validate295.errors);
errors = vErrors.length;
}
var valid1 = _errs18 === errors;
if(!valid1){
break;
}
}
}
else {
validate287.errors = [{instancePath:instancePath+"/facts",schemaPath:"#/properties/facts/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs16 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.measures !== undefined){
let data12 = data.measures;
const _errs19 = errors;
if(errors === _errs19){
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
for(const key1 in data12){
let data13 = data12[key1];
const _errs22 = errors;
if((typeof data13 !== "string") && (data13 !== null)){
validate287.errors = [{instancePath:instancePath+"/measures/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/measures/additionalProperties/type",keyword:"type",params:{type: schema77.properties.measures.additionalProperties.type}}];
return false;
}
var valid2 = _errs22 === errors;
if(!valid2){
break;
}
}
}
else {
validate287.errors = [{instancePath:instancePath+"/measures",schemaPath:"#/properties/measures/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs19 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.kpis !== undefined){
let data14 = data.kpis;
const _errs24 = errors;
if(errors === _errs24){
if(Array.isArray(data14)){
var valid3 = true;
const len1 = data14.length;
for(let i1=0; i1<len1; i1++){
const _errs26 = errors;
if(!(validate297(data14[i1], {instancePath:instancePath+"/kpis/" + i1,parentData:data14,parentDataProperty:i1,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate297.errors : vErrors.concat(validate297.errors);
errors = vErrors.length;
}
var valid3 = _errs26 === errors;
if(!valid3){
break;
}
}
}
else {
validate287.errors = [{instancePath:instancePath+"/kpis",schemaPath:"#/properties/kpis/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs24 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.composite !== undefined){
const _errs27 = errors;
if(!(validate298(data.composite, {instancePath:instancePath+"/composite",parentData:data,parentDataProperty:"composite",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate298.errors : vErrors.concat(validate298.errors);
errors = vErrors.length;
}
var valid0 = _errs27 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.compositeExact !== undefined){
const _errs28 = errors;
if(!(validate300(data.compositeExact, {instancePath:instancePath+"/compositeExact",parentData:data,parentDataProperty:"compositeExact",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate300.errors : vErrors.concat(validate300.errors);
errors = vErrors.length;
}
var valid0 = _errs28 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.compositeState !== undefined){
let data18 = data.compositeState;
const _errs29 = errors;
const _errs30 = errors;
let valid4 = false;
const _errs31 = errors;
if(!(validate320(data18, {instancePath:instancePath+"/compositeState",parentData:data,parentDataProperty:"compositeState",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate320.errors : vErrors.concat(validate320.errors);
errors = vErrors.length;
}
var _valid0 = _errs31 === errors;
valid4 = valid4 || _valid0;
const _errs32 = errors;
if(data18 !== null){
const err0 = {instancePath:instancePath+"/compositeState",schemaPath:"#/properties/compositeState/anyOf/1/type",keyword:"type",params:{type: "null"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs32 === errors;
valid4 = valid4 || _valid0;
if(!valid4){
const err1 = {instancePath:instancePath+"/compositeState",schemaPath:"#/properties/compositeState/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
validate287.errors = vErrors;
return false;
}
else {
errors = _errs30;
if(vErrors !== null){
if(_errs30){
vErrors.length = _errs30;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs29 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.gates !== undefined){
let data19 = data.gates;
const _errs34 = errors;
if(errors === _errs34){
if(Array.isArray(data19)){
var valid5 = true;
const len2 = data19.length;
for(let i2=0; i2<len2; i2++){
const _errs36 = errors;
if(!(validate323(data19[i2], {instancePath:instancePath+"/gates/" + i2,parentData:data19,parentDataProperty:i2,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate323.errors : vErrors.concat(validate323.errors);
errors = vErrors.length;
}
var valid5 = _errs36 === errors;
if(!valid5){
break;
}
}
}
else {
validate287.errors = [{instancePath:instancePath+"/gates",schemaPath:"#/properties/gates/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs34 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.watch !== undefined){
let data21 = data.watch;
const _errs37 = errors;
if(errors === _errs37){
if(Array.isArray(data21)){
var valid6 = true;
const len3 = data21.length;
for(let i3=0; i3<len3; i3++){
let data22 = data21[i3];
const _errs39 = errors;
if(errors === _errs39){
if(data22 && typeof data22 == "object" && !Array.isArray(data22)){
let missing1;
if(((data22.metric === undefined) && (missing1 = "metric")) || ((data22.value === undefined) && (missing1 = "value"))){
validate287.errors = [{instancePath:instancePath+"/watch/" + i3,schemaPath:"#/properties/watch/items/required",keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
const _errs41 = errors;
for(const key2 in data22){
if(!(((key2 === "metric") || (key2 === "value")) || (key2 === "valueExact"))){
validate287.errors = [{instancePath:instancePath+"/watch/" + i3,schemaPath:"#/properties/watch/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}}];
return false;
break;
}
}
if(_errs41 === errors){
if(data22.metric !== undefined){
const _errs42 = errors;
if(typeof data22.metric !== "string"){
validate287.errors = [{instancePath:instancePath+"/watch/" + i3+"/metric",schemaPath:"#/properties/watch/items/properties/metric/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid7 = _errs42 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data22.value !== undefined){
const _errs44 = errors;
if(!(validate298(data22.value, {instancePath:instancePath+"/watch/" + i3+"/value",parentData:data22,parentDataProperty:"value",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate298.errors : vErrors.concat(validate298.errors);
errors = vErrors.length;
}
var valid7 = _errs44 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data22.valueExact !== undefined){
const _errs45 = errors;
if(!(validate300(data22.valueExact, {instancePath:instancePath+"/watch/" + i3+"/valueExact",parentData:data22,parentDataProperty:"valueExact",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate300.errors : vErrors.concat(validate300.errors);
errors = vErrors.length;
}
var valid7 = _errs45 === errors;
}
else {
var valid7 = true;
}
}
}
}
}
}
else {
validate287.errors = [{instancePath:instancePath+"/watch/" + i3,schemaPath:"#/properties/watch/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid6 = _errs39 === errors;
if(!valid6){
break;
}
}
}
else {
validate287.errors = [{instancePath:instancePath+"/watch",schemaPath:"#/properties/watch/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs37 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.duties !== undefined){
let data26 = data.duties;
const _errs46 = errors;
if(errors === _errs46){
if(Array.isArray(data26)){
if(data26.length < 1){
validate287.errors = [{instancePath:instancePath+"/duties",schemaPath:"#/properties/duties/minItems",keyword:"minItems",params:{limit: 1}}];
return false;
}
else {
var valid8 = true;
const len4 = data26.length;
for(let i4=0; i4<len4; i4++){
const _errs48 = errors;
if(!(validate331(data26[i4], {instancePath:instancePath+"/duties/" + i4,parentData:data26,parentDataProperty:i4,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate331.errors : vErrors.concat(validate331.errors);
errors = vErrors.length;
}
var valid8 = _errs48 === errors;
if(!valid8){
break;
}
}
}
}
else {
validate287.errors = [{instancePath:instancePath+"/duties",schemaPath:"#/properties/duties/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs46 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.reconcile !== undefined){
let data28 = data.reconcile;
const _errs49 = errors;
if(errors === _errs49){
if(Array.isArray(data28)){
var valid9 = true;
const len5 = data28.length;
for(let i5=0; i5<len5; i5++){
const _errs51 = errors;
if(!(validate340(data28[i5], {instancePath:instancePath+"/reconcile/" + i5,parentData:data28,parentDataProperty:i5,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate340.errors : vErrors.concat(validate340.errors);
errors = vErrors.length;
}
var valid9 = _errs51 === errors;
if(!valid9){
break;
}
}
}
else {
validate287.errors = [{instancePath:instancePath+"/reconcile",schemaPath:"#/properties/reconcile/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs49 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.anomalies !== undefined){
let data30 = data.anomalies;
const _errs52 = errors;
if(errors === _errs52){
if(Array.isArray(data30)){
var valid10 = true;
const len6 = data30.length;
for(let i6=0; i6<len6; i6++){
const _errs54 = errors;
if(!(validate346(data30[i6], {instancePath:instancePath+"/anomalies/" + i6,parentData:data30,parentDataProperty:i6,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate346.errors : vErrors.concat(validate346.errors);
errors = vErrors.length;
}
var valid10 = _errs54 === errors;
if(!valid10){
break;
}
}
}
else {
validate287.errors = [{instancePath:instancePath+"/anomalies",schemaPath:"#/properties/anomalies/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs52 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.lines !== undefined){
let data32 = data.lines;
const _errs55 = errors;
if(errors === _errs55){
if(Array.isArray(data32)){
var valid11 = true;
const len7 = data32.length;
for(let i7=0; i7<len7; i7++){
const _errs57 = errors;
if(!(validate358(data32[i7], {instancePath:instancePath+"/lines/" + i7,parentData:data32,parentDataProperty:i7,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate358.errors : vErrors.concat(validate358.errors);
errors = vErrors.length;
}
var valid11 = _errs57 === errors;
if(!valid11){
break;
}
}
}
else {
validate287.errors = [{instancePath:instancePath+"/lines",schemaPath:"#/properties/lines/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs55 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.held !== undefined){
let data34 = data.held;
const _errs58 = errors;
if(errors === _errs58){
if(Array.isArray(data34)){
var valid12 = true;
const len8 = data34.length;
for(let i8=0; i8<len8; i8++){
let data35 = data34[i8];
const _errs60 = errors;
if(errors === _errs60){
if(data35 && typeof data35 == "object" && !Array.isArray(data35)){
let missing2;
if(((data35.line === undefined) && (missing2 = "line")) || ((data35.reason === undefined) && (missing2 = "reason"))){
validate287.errors = [{instancePath:instancePath+"/held/" + i8,schemaPath:"#/properties/held/items/required",keyword:"required",params:{missingProperty: missing2}}];
return false;
}
else {
const _errs62 = errors;
for(const key3 in data35){
if(!((key3 === "line") || (key3 === "reason"))){
validate287.errors = [{instancePath:instancePath+"/held/" + i8,schemaPath:"#/properties/held/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}}];
return false;
break;
}
}
if(_errs62 === errors){
if(data35.line !== undefined){
const _errs63 = errors;
if(typeof data35.line !== "string"){
validate287.errors = [{instancePath:instancePath+"/held/" + i8+"/line",schemaPath:"#/properties/held/items/properties/line/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid13 = _errs63 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data35.reason !== undefined){
const _errs65 = errors;
if(!(validate313(data35.reason, {instancePath:instancePath+"/held/" + i8+"/reason",parentData:data35,parentDataProperty:"reason",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate313.errors : vErrors.concat(validate313.errors);
errors = vErrors.length;
}
var valid13 = _errs65 === errors;
}
else {
var valid13 = true;
}
}
}
}
}
else {
validate287.errors = [{instancePath:instancePath+"/held/" + i8,schemaPath:"#/properties/held/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid12 = _errs60 === errors;
if(!valid12){
break;
}
}
}
else {
validate287.errors = [{instancePath:instancePath+"/held",schemaPath:"#/properties/held/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs58 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.total !== undefined){
const _errs66 = errors;
if(!(validate303(data.total, {instancePath:instancePath+"/total",parentData:data,parentDataProperty:"total",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate303.errors : vErrors.concat(validate303.errors);
errors = vErrors.length;
}
var valid0 = _errs66 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.run !== undefined){
let data39 = data.run;
const _errs67 = errors;
if(!(((typeof data39 == "number") && (!(data39 % 1) && !isNaN(data39))) && (isFinite(data39)))){
validate287.errors = [{instancePath:instancePath+"/run",schemaPath:"#/properties/run/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs67){
if((typeof data39 == "number") && (isFinite(data39))){
if(data39 < 1 || isNaN(data39)){
validate287.errors = [{instancePath:instancePath+"/run",schemaPath:"#/properties/run/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
return false;
}
}
}
var valid0 = _errs67 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.tail !== undefined){
const _errs69 = errors;
if(typeof data.tail !== "boolean"){
validate287.errors = [{instancePath:instancePath+"/tail",schemaPath:"#/properties/tail/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs69 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.final !== undefined){
const _errs71 = errors;
if(typeof data.final !== "boolean"){
validate287.errors = [{instancePath:instancePath+"/final",schemaPath:"#/properties/final/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs71 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.previousDigest !== undefined){
let data42 = data.previousDigest;
const _errs73 = errors;
if((typeof data42 !== "string") && (data42 !== null)){
validate287.errors = [{instancePath:instancePath+"/previousDigest",schemaPath:"#/properties/previousDigest/type",keyword:"type",params:{type: schema77.properties.previousDigest.type}}];
return false;
}
if(errors === _errs73){
if(typeof data42 === "string"){
if(!pattern12.test(data42)){
validate287.errors = [{instancePath:instancePath+"/previousDigest",schemaPath:"#/properties/previousDigest/pattern",keyword:"pattern",params:{pattern: "^sha256:[0-9a-f]{64}$"}}];
return false;
}
}
}
var valid0 = _errs73 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.events !== undefined){
let data43 = data.events;
const _errs75 = errors;
if(errors === _errs75){
if(Array.isArray(data43)){
var valid14 = true;
const len9 = data43.length;
for(let i9=0; i9<len9; i9++){
let data44 = data43[i9];
const _errs77 = errors;
if(errors === _errs77){
if(data44 && typeof data44 == "object" && !Array.isArray(data44)){
let missing3;
if(((data44.file === undefined) && (missing3 = "file")) || ((data44.digest === undefined) && (missing3 = "digest"))){
validate287.errors = [{instancePath:instancePath+"/events/" + i9,schemaPath:"#/properties/events/items/required",keyword:"required",params:{missingProperty: missing3}}];
return false;
}
else {
const _errs79 = errors;
for(const key4 in data44){
if(!((key4 === "file") || (key4 === "digest"))){
validate287.errors = [{instancePath:instancePath+"/events/" + i9,schemaPath:"#/properties/events/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4}}];
return false;
break;
}
}
if(_errs79 === errors){
if(data44.file !== undefined){
const _errs80 = errors;
if(typeof data44.file !== "string"){
validate287.errors = [{instancePath:instancePath+"/events/" + i9+"/file",schemaPath:"#/properties/events/items/properties/file/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid15 = _errs80 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data44.digest !== undefined){
const _errs82 = errors;
if(!(validate292(data44.digest, {instancePath:instancePath+"/events/" + i9+"/digest",parentData:data44,parentDataProperty:"digest",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate292.errors : vErrors.concat(validate292.errors);
errors = vErrors.length;
}
var valid15 = _errs82 === errors;
}
else {
var valid15 = true;
}
}
}
}
}
else {
validate287.errors = [{instancePath:instancePath+"/events/" + i9,schemaPath:"#/properties/events/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid14 = _errs77 === errors;
if(!valid14){
break;
}
}
}
else {
validate287.errors = [{instancePath:instancePath+"/events",schemaPath:"#/properties/events/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs75 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.changes !== undefined){
let data47 = data.changes;
const _errs83 = errors;
if(errors === _errs83){
if(Array.isArray(data47)){
var valid16 = true;
const len10 = data47.length;
for(let i10=0; i10<len10; i10++){
const _errs85 = errors;
if(!(validate378(data47[i10], {instancePath:instancePath+"/changes/" + i10,parentData:data47,parentDataProperty:i10,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate378.errors : vErrors.concat(validate378.errors);
errors = vErrors.length;
}
var valid16 = _errs85 === errors;
if(!valid16){
break;
}
}
}
else {
validate287.errors = [{instancePath:instancePath+"/changes",schemaPath:"#/properties/changes/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs83 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.disputes !== undefined){
let data49 = data.disputes;
const _errs86 = errors;
if(errors === _errs86){
if(Array.isArray(data49)){
var valid17 = true;
const len11 = data49.length;
for(let i11=0; i11<len11; i11++){
let data50 = data49[i11];
const _errs88 = errors;
if(errors === _errs88){
if(data50 && typeof data50 == "object" && !Array.isArray(data50)){
let missing4;
if((((((data50.period === undefined) && (missing4 = "period")) || ((data50.line === undefined) && (missing4 = "line"))) || ((data50.events === undefined) && (missing4 = "events"))) || ((data50.lapsesOn === undefined) && (missing4 = "lapsesOn"))) || ((data50.setAside === undefined) && (missing4 = "setAside"))){
validate287.errors = [{instancePath:instancePath+"/disputes/" + i11,schemaPath:"#/properties/disputes/items/required",keyword:"required",params:{missingProperty: missing4}}];
return false;
}
else {
const _errs90 = errors;
for(const key5 in data50){
if(!(((((key5 === "period") || (key5 === "line")) || (key5 === "events")) || (key5 === "lapsesOn")) || (key5 === "setAside"))){
validate287.errors = [{instancePath:instancePath+"/disputes/" + i11,schemaPath:"#/properties/disputes/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5}}];
return false;
break;
}
}
if(_errs90 === errors){
if(data50.period !== undefined){
const _errs91 = errors;
if(!(validate288(data50.period, {instancePath:instancePath+"/disputes/" + i11+"/period",parentData:data50,parentDataProperty:"period",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate288.errors : vErrors.concat(validate288.errors);
errors = vErrors.length;
}
var valid18 = _errs91 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data50.line !== undefined){
const _errs92 = errors;
if(typeof data50.line !== "string"){
validate287.errors = [{instancePath:instancePath+"/disputes/" + i11+"/line",schemaPath:"#/properties/disputes/items/properties/line/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid18 = _errs92 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data50.events !== undefined){
let data53 = data50.events;
const _errs94 = errors;
if(errors === _errs94){
if(Array.isArray(data53)){
var valid19 = true;
const len12 = data53.length;
for(let i12=0; i12<len12; i12++){
const _errs96 = errors;
if(typeof data53[i12] !== "string"){
validate287.errors = [{instancePath:instancePath+"/disputes/" + i11+"/events/" + i12,schemaPath:"#/properties/disputes/items/properties/events/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid19 = _errs96 === errors;
if(!valid19){
break;
}
}
}
else {
validate287.errors = [{instancePath:instancePath+"/disputes/" + i11+"/events",schemaPath:"#/properties/disputes/items/properties/events/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid18 = _errs94 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data50.lapsesOn !== undefined){
const _errs98 = errors;
if(!(validate290(data50.lapsesOn, {instancePath:instancePath+"/disputes/" + i11+"/lapsesOn",parentData:data50,parentDataProperty:"lapsesOn",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate290.errors : vErrors.concat(validate290.errors);
errors = vErrors.length;
}
var valid18 = _errs98 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data50.setAside !== undefined){
const _errs99 = errors;
if(!(validate303(data50.setAside, {instancePath:instancePath+"/disputes/" + i11+"/setAside",parentData:data50,parentDataProperty:"setAside",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate303.errors : vErrors.concat(validate303.errors);
errors = vErrors.length;
}
var valid18 = _errs99 === errors;
}
else {
var valid18 = true;
}
}
}
}
}
}
}
}
else {
validate287.errors = [{instancePath:instancePath+"/disputes/" + i11,schemaPath:"#/properties/disputes/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid17 = _errs88 === errors;
if(!valid17){
break;
}
}
}
else {
validate287.errors = [{instancePath:instancePath+"/disputes",schemaPath:"#/properties/disputes/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs86 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.disputableUntil !== undefined){
const _errs100 = errors;
if(!(validate290(data.disputableUntil, {instancePath:instancePath+"/disputableUntil",parentData:data,parentDataProperty:"disputableUntil",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate290.errors : vErrors.concat(validate290.errors);
errors = vErrors.length;
}
var valid0 = _errs100 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.dueOn !== undefined){
let data58 = data.dueOn;
const _errs101 = errors;
if((typeof data58 !== "string") && (data58 !== null)){
validate287.errors = [{instancePath:instancePath+"/dueOn",schemaPath:"#/properties/dueOn/type",keyword:"type",params:{type: schema77.properties.dueOn.type}}];
return false;
}
if(errors === _errs101){
if(typeof data58 === "string"){
if(!pattern3.test(data58)){
validate287.errors = [{instancePath:instancePath+"/dueOn",schemaPath:"#/properties/dueOn/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}$"}}];
return false;
}
}
}
var valid0 = _errs101 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.balance !== undefined){
const _errs103 = errors;
if(!(validate303(data.balance, {instancePath:instancePath+"/balance",parentData:data,parentDataProperty:"balance",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate303.errors : vErrors.concat(validate303.errors);
errors = vErrors.length;
}
var valid0 = _errs103 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.open !== undefined){
let data60 = data.open;
const _errs104 = errors;
if(errors === _errs104){
if(Array.isArray(data60)){
var valid20 = true;
const len13 = data60.length;
for(let i13=0; i13<len13; i13++){
let data61 = data60[i13];
const _errs106 = errors;
if(errors === _errs106){
if(data61 && typeof data61 == "object" && !Array.isArray(data61)){
let missing5;
if((((data61.period === undefined) && (missing5 = "period")) || ((data61.amount === undefined) && (missing5 = "amount"))) || ((data61.dueOn === undefined) && (missing5 = "dueOn"))){
validate287.errors = [{instancePath:instancePath+"/open/" + i13,schemaPath:"#/properties/open/items/required",keyword:"required",params:{missingProperty: missing5}}];
return false;
}
else {
const _errs108 = errors;
for(const key6 in data61){
if(!(((key6 === "period") || (key6 === "amount")) || (key6 === "dueOn"))){
validate287.errors = [{instancePath:instancePath+"/open/" + i13,schemaPath:"#/properties/open/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6}}];
return false;
break;
}
}
if(_errs108 === errors){
if(data61.period !== undefined){
const _errs109 = errors;
if(!(validate288(data61.period, {instancePath:instancePath+"/open/" + i13+"/period",parentData:data61,parentDataProperty:"period",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate288.errors : vErrors.concat(validate288.errors);
errors = vErrors.length;
}
var valid21 = _errs109 === errors;
}
else {
var valid21 = true;
}
if(valid21){
if(data61.amount !== undefined){
const _errs110 = errors;
if(!(validate303(data61.amount, {instancePath:instancePath+"/open/" + i13+"/amount",parentData:data61,parentDataProperty:"amount",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate303.errors : vErrors.concat(validate303.errors);
errors = vErrors.length;
}
var valid21 = _errs110 === errors;
}
else {
var valid21 = true;
}
if(valid21){
if(data61.dueOn !== undefined){
let data64 = data61.dueOn;
const _errs111 = errors;
if((typeof data64 !== "string") && (data64 !== null)){
validate287.errors = [{instancePath:instancePath+"/open/" + i13+"/dueOn",schemaPath:"#/properties/open/items/properties/dueOn/type",keyword:"type",params:{type: schema77.properties.open.items.properties.dueOn.type}}];
return false;
}
if(errors === _errs111){
if(typeof data64 === "string"){
if(!pattern3.test(data64)){
validate287.errors = [{instancePath:instancePath+"/open/" + i13+"/dueOn",schemaPath:"#/properties/open/items/properties/dueOn/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}$"}}];
return false;
}
}
}
var valid21 = _errs111 === errors;
}
else {
var valid21 = true;
}
}
}
}
}
}
else {
validate287.errors = [{instancePath:instancePath+"/open/" + i13,schemaPath:"#/properties/open/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid20 = _errs106 === errors;
if(!valid20){
break;
}
}
}
else {
validate287.errors = [{instancePath:instancePath+"/open",schemaPath:"#/properties/open/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs104 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.carried !== undefined){
const _errs113 = errors;
if(!(validate390(data.carried, {instancePath:instancePath+"/carried",parentData:data,parentDataProperty:"carried",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate390.errors : vErrors.concat(validate390.errors);
errors = vErrors.length;
}
var valid0 = _errs113 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.digest !== undefined){
const _errs114 = errors;
if(!(validate292(data.digest, {instancePath:instancePath+"/digest",parentData:data,parentDataProperty:"digest",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate292.errors : vErrors.concat(validate292.errors);
errors = vErrors.length;
}
var valid0 = _errs114 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.provenance !== undefined){
const _errs115 = errors;
if(!(validate421(data.provenance, {instancePath:instancePath+"/provenance",parentData:data,parentDataProperty:"provenance",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate421.errors : vErrors.concat(validate421.errors);
errors = vErrors.length;
}
var valid0 = _errs115 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate287.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate287.errors = vErrors;
return errors === 0;
}
validate287.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

