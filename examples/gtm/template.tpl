___TERMS_OF_SERVICE___

By creating or modifying this file you agree to Google Tag Manager's Community
Template Gallery Developer Terms of Service available at
https://developers.google.com/tag-manager/gallery-tos (or such other URL as
Google may provide), as modified from time to time.


___INFO___

{
  "type": "TAG",
  "id": "cvt_temp_public_id",
  "version": 1,
  "securityGroups": [],
  "displayName": "aparté",
  "categories": ["ANALYTICS", "SOCIAL"],
  "brand": {
    "id": "brand_dummy",
    "displayName": "aparté"
  },
  "description": "Measures dark social: loads aparté from your own host, with the endpoint that you choose.",
  "containerContexts": ["WEB"]
}


___TEMPLATE_PARAMETERS___

[
  {
    "type": "TEXT",
    "name": "scriptUrl",
    "displayName": "Address of aparte.min.js",
    "simpleValueType": true,
    "valueHint": "https://www.journal.example/aparte.min.js",
    "help": "On your own host. The same host has to stand in the permission \"Injects scripts\" of this template.",
    "valueValidators": [
      {
        "type": "REGEX",
        "args": ["https://[^/?#]+/([^?#]*/)?aparte\\.min\\.js"],
        "errorMessage": "An address such as https://www.journal.example/aparte.min.js"
      }
    ]
  },
  {
    "type": "TEXT",
    "name": "endpoint",
    "displayName": "Endpoint that receives the events",
    "simpleValueType": true,
    "valueHint": "/collect",
    "help": "A path of your site, or an https address.",
    "valueValidators": [
      {
        "type": "REGEX",
        "args": ["(/|https://).*"],
        "errorMessage": "A path such as /collect, or an https address"
      }
    ]
  },
  {
    "type": "SELECT",
    "name": "consent",
    "displayName": "Consent",
    "simpleValueType": true,
    "macrosInSelect": false,
    "defaultValue": "google",
    "help": "\"Google Consent Mode\" also loads aparte.google.min.js, from the folder of aparte.min.js. Nothing is sent or stored before the reader answers.",
    "selectItems": [
      {
        "value": "google",
        "displayValue": "Follow Google Consent Mode"
      },
      {
        "value": "pending",
        "displayValue": "Wait until the page calls tracker.consent"
      },
      {
        "value": "cookieless",
        "displayValue": "Store nothing (cookieless)"
      },
      {
        "value": "exempt",
        "displayValue": "Audience measurement that needs no consent (exempt)"
      },
      {
        "value": "granted",
        "displayValue": "Granted: this tag fires after the reader has agreed"
      }
    ]
  },
  {
    "type": "GROUP",
    "name": "more",
    "displayName": "More options",
    "groupStyle": "ZIPPY_CLOSED",
    "subParams": [
      {
        "type": "TEXT",
        "name": "exclude",
        "displayName": "Beginnings of paths that are left alone",
        "simpleValueType": true,
        "valueHint": "/account/ /checkout/",
        "help": "Separated by blanks."
      },
      {
        "type": "TEXT",
        "name": "queryAllow",
        "displayName": "Query parameters that events may name",
        "simpleValueType": true,
        "valueHint": "page lang",
        "help": "Separated by blanks. All others are cut."
      },
      {
        "type": "TEXT",
        "name": "domains",
        "displayName": "More hosts of the site",
        "simpleValueType": true,
        "valueHint": "www.journal.example m.journal.example",
        "help": "Separated by blanks."
      }
    ]
  }
]


___SANDBOXED_JS_FOR_WEB_TEMPLATE___

const createQueue = require('createQueue');
const injectScript = require('injectScript');
const logToConsole = require('logToConsole');
const queryPermission = require('queryPermission');
const templateStorage = require('templateStorage');

const scriptUrl = data.scriptUrl;

// A tag may fire again, on a history change for one. The tracker follows routes by itself, and runs once.
if (templateStorage.getItem('started')) {
  data.gtmOnSuccess();
  return;
}

const fail = (why) => {
  logToConsole('aparte: ' + why);
  templateStorage.removeItem('started');
  data.gtmOnFailure();
};

if (!queryPermission('inject_script', scriptUrl)) {
  fail('the permission "Injects scripts" of the template does not name ' + scriptUrl);
  return;
}
templateStorage.setItem('started', true);

const readList = (text) => (text || '').split(' ').filter((word) => word);

const isGoogle = data.consent === 'google';
const options = { endpoint: data.endpoint, consent: isGoogle ? 'pending' : data.consent };
const exclude = readList(data.exclude);
const queryAllow = readList(data.queryAllow);
const domains = readList(data.domains);
if (exclude.length) options.exclude = exclude;
if (queryAllow.length) options.queryAllow = queryAllow;
if (domains.length) options.domains = domains;

// Makes window.aparte where it is not there yet; the script reads the options from it when it starts.
createQueue('aparte')(options);

const load = () => {
  injectScript(scriptUrl, data.gtmOnSuccess, () => fail(scriptUrl + ' was not loaded'), scriptUrl);
};

if (isGoogle) {
  // First, so that it is there when the tracker starts. Without it nothing starts: nobody could tell the reader's answer.
  const folder = scriptUrl.slice(0, scriptUrl.lastIndexOf('/') + 1);
  const part = folder + 'aparte.google.min.js';
  injectScript(part, load, () => fail(part + ' was not loaded'), part);
} else {
  load();
}


___WEB_PERMISSIONS___

[
  {
    "instance": {
      "key": {
        "publicId": "inject_script",
        "versionId": "1"
      },
      "param": [
        {
          "key": "urls",
          "value": {
            "type": 2,
            "listItem": [
              {
                "type": 1,
                "string": "https://www.journal.example/*"
              }
            ]
          }
        }
      ]
    },
    "clientAnnotations": {
      "isEditedByUser": true
    },
    "isRequired": true
  },
  {
    "instance": {
      "key": {
        "publicId": "access_globals",
        "versionId": "1"
      },
      "param": [
        {
          "key": "keys",
          "value": {
            "type": 2,
            "listItem": [
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "key"
                  },
                  {
                    "type": 1,
                    "string": "read"
                  },
                  {
                    "type": 1,
                    "string": "write"
                  },
                  {
                    "type": 1,
                    "string": "execute"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "aparte"
                  },
                  {
                    "type": 8,
                    "boolean": true
                  },
                  {
                    "type": 8,
                    "boolean": true
                  },
                  {
                    "type": 8,
                    "boolean": false
                  }
                ]
              }
            ]
          }
        }
      ]
    },
    "clientAnnotations": {
      "isEditedByUser": true
    },
    "isRequired": true
  },
  {
    "instance": {
      "key": {
        "publicId": "access_template_storage",
        "versionId": "1"
      },
      "param": []
    },
    "isRequired": true
  },
  {
    "instance": {
      "key": {
        "publicId": "logging",
        "versionId": "1"
      },
      "param": [
        {
          "key": "environments",
          "value": {
            "type": 1,
            "string": "debug"
          }
        }
      ]
    },
    "isRequired": true
  }
]


___TESTS___

scenarios:
- name: Loads the script with the options
  code: |-
    runCode(mockData);

    assertThat(page.options.endpoint).isEqualTo('/collect');
    assertThat(page.options.consent).isEqualTo('cookieless');
    assertThat(page.options.exclude).isEqualTo(['/account/', '/checkout/']);
    assertThat(injected).isEqualTo(['https://www.journal.example/aparte.min.js']);
    assertApi('gtmOnSuccess').wasCalled();
- name: Loads the adapter to Google Consent Mode first, and waits for the answer
  code: |-
    mockData.consent = 'google';
    runCode(mockData);

    assertThat(page.options.consent).isEqualTo('pending');
    assertThat(injected).isEqualTo([
      'https://www.journal.example/aparte.google.min.js',
      'https://www.journal.example/aparte.min.js'
    ]);
    assertApi('gtmOnSuccess').wasCalled();
- name: Starts nothing where the adapter cannot be loaded
  code: |-
    mockData.consent = 'google';
    mock('injectScript', (url, onSuccess, onFailure) => {
      injected.push(url);
      onFailure();
    });
    runCode(mockData);

    assertThat(injected).isEqualTo(['https://www.journal.example/aparte.google.min.js']);
    assertApi('gtmOnFailure').wasCalled();
    assertApi('gtmOnSuccess').wasNotCalled();
- name: Does nothing more when it fires again
  code: |-
    runCode(mockData);
    runCode(mockData);

    assertThat(injected).isEqualTo(['https://www.journal.example/aparte.min.js']);
- name: Loads nothing from a host that the permission does not name
  code: |-
    mock('queryPermission', false);
    runCode(mockData);

    assertApi('injectScript').wasNotCalled();
    assertApi('createQueue').wasNotCalled();
    assertApi('gtmOnFailure').wasCalled();
setup: |-
  const injected = [];
  const page = {};
  let started;
  const mockData = {
    scriptUrl: 'https://www.journal.example/aparte.min.js',
    endpoint: '/collect',
    consent: 'cookieless',
    exclude: '/account/ /checkout/'
  };
  mockObject('templateStorage', {
    getItem: () => started,
    setItem: (name, value) => {
      started = value;
    },
    removeItem: () => {
      started = undefined;
    }
  });
  mock('queryPermission', true);
  mock('createQueue', () => (options) => {
    page.options = options;
  });
  mock('injectScript', (url, onSuccess) => {
    injected.push(url);
    onSuccess();
  });


___NOTES___

Part of aparté, https://www.npmjs.com/package/aparte, MIT licence. Before use, write your host into the permission
"Injects scripts" in place of www.journal.example. See the README beside this file.
