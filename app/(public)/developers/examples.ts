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

export const javaExample: Example = {
  name: 'Java',
  sentence:
    'The same with nothing but a JDK from 17 on: save it as QuickStart.java, set the five variables and run “java QuickStart.java”. It is run against this portal by its own tests.',
  code: `import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

public class QuickStart {
  static final String origin = System.getenv("ORIGIN");

  static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }

  static String form(String name, String value) {
    return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  public static void main(String[] none) throws Exception {
    var who = String.join("&", form("grant_type", "client_credentials"),
        form("client_id", System.getenv("CLIENT_ID")), form("client_secret", System.getenv("CLIENT_SECRET")));
    var token = send(HttpRequest.newBuilder(URI.create(origin + "/" + System.getenv("TENANT") + "/oauth2/token"))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(who))).body().replaceAll(".*\\"access_token\\":\\"([^\\"]*)\\".*", "$1");

    var batch = """
        {"batchId": "Quick start in Java",
         "devices": [{"serialNumber": "QS-0002", "oemManufacturerName": "Contoso", "modelName": "Atlas"}]}""";
    var job = send(HttpRequest.newBuilder(
            URI.create(origin + "/v1/customers/" + System.getenv("CUSTOMER") + "/deviceBatches"))
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json")
        .header("MS-RequestId", UUID.randomUUID().toString())
        .POST(BodyPublishers.ofString(batch))).headers().firstValue("Location").orElseThrow();

    Thread.sleep(1000);
    System.out.println(send(HttpRequest.newBuilder(URI.create(origin + "/v1" + job))
        .header("Authorization", "Bearer " + token)).body());
  }
}`,
};

export const examples: Example[] = [curlExample, powerShellExample, javaExample];

/** How Microsoft's own clients are given our addresses in the place of theirs. */
export const clientSettings: Example[] = [
  {
    name: 'Microsoft’s SDK for .NET',
    sentence:
      'Written after its documentation. What it sends is replayed by our tests; the SDK itself is not run there.',
    code: `PartnerService.Instance.ApiRootUrl = origin;
var credentials = PartnerCredentials.Instance.GenerateByApplicationCredentials(
    clientId, clientSecret, tenant, aadAuthorityEndpoint: origin, graphEndpoint: origin);
var partner = PartnerService.Instance.CreatePartnerOperations(credentials);

var customers = partner.Customers.Get();`,
  },
  {
    name: 'Microsoft’s SDK for Java',
    sentence: 'Likewise.',
    code: `PartnerService.getInstance().setApiRootUrl(origin);
IPartnerCredentials credentials = PartnerCredentials.getInstance()
    .generateByApplicationCredentials(clientId, clientSecret, tenant, origin, origin);
IAggregatePartner partner = PartnerService.getInstance().createPartnerOperations(credentials);

SeekBasedResourceCollection<Customer> customers = partner.getCustomers().get();`,
  },
];
