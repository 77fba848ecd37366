/** The quick start in the languages of the clients that exist. Each finds its settings in variables of these names. */
export interface Example {
  name: string;
  sentence: string;
  code: string;
}

export const curlExample: Example = {
  name: 'curl',
  sentence: 'A token, a batch of one device, and what became of it. It is run against this portal by its own tests.',
  code: `ORIGIN=https://portal.example.com TENANT=… CLIENT_ID=… CLIENT_SECRET=… CUSTOMER=…

TOKEN=$(curl -s "$ORIGIN/$TENANT/oauth2/token" \\
  -d grant_type=client_credentials -d client_id="$CLIENT_ID" --data-urlencode client_secret="$CLIENT_SECRET" |
  sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')

JOB=$(curl -s -i "$ORIGIN/v1/customers/$CUSTOMER/deviceBatches" -H "Authorization: Bearer $TOKEN" \\
  -H 'Content-Type: application/json' -H "MS-RequestId: $(cat /proc/sys/kernel/random/uuid)" \\
  -d '{"batchId": "Quick start", "devices": [{"serialNumber": "QS-0001", "oemManufacturerName": "Contoso", "modelName": "Atlas"}]}' |
  tr -d '\\r' | sed -n 's/^location: //ip')

sleep 1
curl -s "$ORIGIN/v1$JOB" -H "Authorization: Bearer $TOKEN"`,
};

export const powerShellExample: Example = {
  name: 'PowerShell',
  sentence:
    'Point the PartnerCenter module at this portal by an environment of its own, or ask without it. Its requests are sent by our tests; PowerShell itself is not run there.',
  code: `$body = @{ grant_type = 'client_credentials'; client_id = $clientId; client_secret = $clientSecret }
$token = (Invoke-RestMethod -Method Post -Uri "$origin/$tenant/oauth2/token" -Body $body).access_token
$headers = @{ Authorization = "Bearer $token"; 'MS-RequestId' = [guid]::NewGuid() }

(Invoke-RestMethod -Uri "$origin/v1/customers?size=40" -Headers $headers).items`,
};

export const oemExample: Example = {
  name: 'A manufacturer’s quick start in curl',
  sentence:
    'Ask whether the customer has consented, register a device, and deregister it. It is run against this portal by its own tests.',
  code: `ORIGIN=https://portal.example.com TENANT=… CLIENT_ID=… CLIENT_SECRET=… CUSTOMER=…

TOKEN=$(curl -s "$ORIGIN/$TENANT/oauth2/token" \\
  -d grant_type=client_credentials -d client_id="$CLIENT_ID" --data-urlencode client_secret="$CLIENT_SECRET" |
  sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')

ask() {
  curl -s "$ORIGIN/oem/v1/$1" -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' \\
    -H "MS-RequestId: $(cat /proc/sys/kernel/random/uuid)" -d "$2"
  echo
}
DEVICES='[{"serialNumber": "OEM-0001", "manufacturer": "Proseware", "model": "Atlas", "groupTag": "Line 4"}]'

ask ValidateDeviceSubmissionData '{"tenantId": "'$CUSTOMER'", "devices": '"$DEVICES"'}'
ask AutopilotDeviceRegistration '{"tenantId": "'$CUSTOMER'", "devices": '"$DEVICES"'}'
ask AutopilotDeviceRegistration '{"devices": '"$DEVICES"'}'`,
};

export const examples: Example[] = [
  curlExample,
  powerShellExample,
  {
    name: 'C#',
    sentence:
      'Microsoft’s .NET SDK can be given our addresses in the place of its own. Written after its documentation, not run by our tests:',
    code: `PartnerService.Instance.ApiRootUrl = origin;
var credentials = PartnerCredentials.Instance.GenerateByApplicationCredentials(
    clientId, clientSecret, tenant, aadAuthorityEndpoint: origin, graphEndpoint: origin);
var partner = PartnerService.Instance.CreatePartnerOperations(credentials);

var customers = partner.Customers.Get();`,
  },
  {
    name: 'Java',
    sentence: 'Likewise the one for Java, written after its documentation and not run by our tests either:',
    code: `PartnerService.getInstance().setApiRootUrl(origin);
IPartnerCredentials credentials = PartnerCredentials.getInstance()
    .generateByApplicationCredentials(clientId, clientSecret, tenant, origin, origin);
IAggregatePartner partner = PartnerService.getInstance().createPartnerOperations(credentials);

SeekBasedResourceCollection<Customer> customers = partner.getCustomers().get();`,
  },
];
