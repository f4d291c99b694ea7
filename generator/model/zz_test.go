package model
import ("testing";"os";"fmt";"encoding/json")
func TestZZ(t *testing.T){
 for _,f:=range []string{"complete","half"}{
  b,_:=os.Open("testdata/"+f+".yaml")
  c,p:=Load(f+".yaml",b,LoadOptions{})
  for _,x:=range p { fmt.Println(x.Pos.Line,x.Pos.Column,x.Path,x.Rule,x.Args)}
  for _,o:=range c.Open("dpa"){fmt.Println("open",o.Path,o.Who,o.Phase,o.Pos.Line,o.Pos.Column,o.Label("nb"))}
  if f=="complete"{j,_:=json.Marshal(c.View()["processor"]);fmt.Println(string(j)); j,_=json.Marshal(c.View()["documents"]);fmt.Println(string(j))}
 }
}
