using Microsoft.OpenApi;
using Xunit;

namespace Platform.Gateway.Tests;

public sealed class DescriptionTests
{
    [Fact]
    public async Task MergedDescription_IsValid_AndKeepsApartWhatHasTheSameName()
    {
        await using var world = await GatewayWorld.Start();
        foreach (var (name, backend) in world.Backends) backend.Description = Describe(name);
        await world.Backends["partners"].DisposeAsync();

        var (document, diagnostic) = OpenApiDocument.Parse(await world.Anyone.GetStringAsync("/openapi/v1.json"), "json");
        Assert.Empty(diagnostic!.Errors);
        Assert.Equal(OpenApiSpecVersion.OpenApi3_1, diagnostic.SpecificationVersion);
        Assert.Equal(Routes.Services.Except(["partners"]).Select(x => $"/api/v1/{x}/things/{{id}}").Order(), document!.Paths.Keys.Order());
        Assert.Equal("http://issuer.test", document.Servers!.Single().Url);

        var get = document.Paths["/api/v1/issues/things/{id}"].Operations![HttpMethod.Get];
        Assert.Equal("issues_GetThing", get.OperationId);
        var answer = Assert.IsType<OpenApiSchemaReference>(get.Responses!["200"].Content!["application/json"].Schema);
        Assert.Equal("issues.Thing", answer.Reference.Id);
        Assert.Equal("of issues", answer.Target!.Description);
        Assert.Equal("http://issuer.test/connect/token",
            document.Components!.SecuritySchemes!["signIn"].Flows!.ClientCredentials!.TokenUrl!.ToString());
        Assert.Contains(get.Security!.SelectMany(x => x), x => x.Key.Reference.Id == "signIn" && x.Value.SequenceEqual(["issues.read"]));
    }

    [Fact]
    public async Task ServicesOwnDescription_AndTheReader_AreThere()
    {
        await using var world = await GatewayWorld.Start();
        world.Backends["issues"].Description = Describe("issues");
        Assert.Equal(Describe("issues"), await world.Anyone.GetStringAsync("/openapi/issues.json"));
        var page = await world.Anyone.GetStringAsync("/docs/");
        Assert.Contains("openapi/v1.json", page, StringComparison.Ordinal);
        Assert.DoesNotContain("https://cdn", page, StringComparison.Ordinal);
    }

    private static string Describe(string service) => $$"""
        {
          "openapi": "3.1.1", "info": { "title": "{{service}}", "version": "v1" }, "tags": [{ "name": "{{service}}" }],
          "paths": { "/api/v1/{{service}}/things/{id}": { "get": {
            "operationId": "GetThing", "tags": ["{{service}}"], "security": [{ "bearer": [] }],
            "parameters": [{ "name": "id", "in": "path", "required": true, "schema": { "type": "string" } }],
            "responses": { "200": { "description": "OK", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Thing" } } } } } } } },
          "components": {
            "schemas": { "Thing": { "type": "object", "description": "of {{service}}", "properties": { "next": { "$ref": "#/components/schemas/Thing" } } } },
            "securitySchemes": { "bearer": { "type": "http", "scheme": "bearer" } } }
        }
        """;
}
